package dev.loadline.agent.meter;

/** How far counters are spread: a power of two, a few times what the processors can use at once. */
final class Stripes {

  /** For the few meters that every request passes. */
  static final int MANY = upTo(16);

  /** For the many meters, one per route, whose memory counts. */
  static final int FEW = upTo(4);

  private Stripes() {}

  private static int upTo(int most) {
    int processors = Math.max(1, Runtime.getRuntime().availableProcessors());
    return Math.min(most, Integer.highestOneBit(8 * processors - 1));
  }
}
