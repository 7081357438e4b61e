package dev.loadline.advisor.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Windows made by a small simulation in virtual time. */
final class Made {

  private Made() {}

  /** Ten-second windows of a steady rate, every request holding for exactly {@code hold}. */
  static List<Window> steady(int count, double rate, double hold) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Window(i * 10_000L, 10, 1, rate * 10, rate * hold * 10, rate * hold * 10))
        .toList();
  }

  /** As measured: Poisson arrivals at {@code rate}, holds of {@code hold}, nobody waits. */
  static List<Window> poisson(int count, double rate, double hold, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double requests = 0;
      for (double at = gap(random, rate); at < 10; at += gap(random, rate)) {
        requests++;
      }
      windows.add(new Window(i * 10_000L, 10, 1, requests, requests * hold, requests * hold));
    }
    return windows;
  }

  static Measured pool(double limit, List<Window> windows) {
    return new Measured(
        "connection", limit, 1, windows, windows, Demand.requests(windows), 0, null);
  }

  private static double gap(SplittableRandom random, double rate) {
    return -Math.log(1 - random.nextDouble()) / rate;
  }
}
