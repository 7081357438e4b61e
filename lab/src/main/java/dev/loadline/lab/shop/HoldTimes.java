package dev.loadline.lab.shop;

import java.util.SplittableRandom;

/**
 * How long each order keeps its connection: 50 to 200 ms, 100 ms on average, the same sequence for
 * the same seed.
 *
 * <p>The density falls linearly from 50 ms to nothing at 200 ms: {@code x = 0.200 − 0.150·√u} with
 * {@code u} uniform on [0, 1). Its mean is exactly 0.200 − 0.150·2/3 = 0.100 s, its standard
 * deviation 0.150/√18 = 0.035 s.
 */
final class HoldTimes {
  static final double SHORTEST_SECONDS = 0.050;
  static final double LONGEST_SECONDS = 0.200;

  private final SplittableRandom random;

  HoldTimes(long seed) {
    random = new SplittableRandom(seed);
  }

  synchronized double nextSeconds() {
    return LONGEST_SECONDS - (LONGEST_SECONDS - SHORTEST_SECONDS) * Math.sqrt(random.nextDouble());
  }
}
