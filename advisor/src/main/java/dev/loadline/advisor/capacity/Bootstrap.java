package dev.loadline.advisor.capacity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Moving-block bootstrap: how far a statistic of the windows would vary if the same process were
 * watched again. Blocks of neighbours are drawn, because neighbouring windows resemble one another
 * and single draws would make the interval too narrow.
 *
 * <p>The 90 % interval of {@value #DRAWS} draws is widened by {@code 1 + 2/n} for n windows: few
 * windows know little of their own variance (Student's t at n = 3 is 1.8 times the normal one).
 * Source: H. Künsch, The jackknife and the bootstrap for general stationary observations, Annals of
 * Statistics 17, 1989.
 */
final class Bootstrap {
  static final int DRAWS = 400;

  private Bootstrap() {}

  /** Lower and upper end around {@code statistic(windows)}. */
  static Interval interval(
      List<Window> windows, ToDoubleFunction<List<Window>> statistic, long seed) {
    double centre = statistic.applyAsDouble(windows);
    int size = windows.size();
    int block = Math.max(1, (int) Math.round(Math.cbrt(size)));
    SplittableRandom random = new SplittableRandom(seed);
    double[] draws = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      draws[i] = statistic.applyAsDouble(draw(windows, block, random));
    }
    Arrays.sort(draws);
    double widening = 1 + 2.0 / size;
    double below = Math.max(0, centre - draws[DRAWS / 20]) * widening;
    double above = Math.max(0, draws[DRAWS - 1 - DRAWS / 20] - centre) * widening;
    return new Interval(centre - below, centre, centre + above);
  }

  private static List<Window> draw(List<Window> windows, int block, SplittableRandom random) {
    int size = windows.size();
    List<Window> drawn = new ArrayList<>(size);
    while (drawn.size() < size) {
      int start = random.nextInt(size - block + 1);
      for (int i = start; i < start + block && drawn.size() < size; i++) {
        drawn.add(windows.get(i));
      }
    }
    return drawn;
  }

  /** A statistic and the ends of its interval. */
  record Interval(double low, double centre, double high) {

    /** Both ends moved out by a share of themselves: what the model itself may be wrong. */
    Interval withModelError(double share) {
      return new Interval(low * (1 - share), centre, high * (1 + share));
    }
  }
}
