package dev.loadline.collector.scrape;

/** Gzip, as Jazzer's target; beside what it tests, which nobody else sees. */
public final class GzipTarget {
  private static final int LIMIT = 1 << 21;

  private GzipTarget() {}

  /** Jazzer's way in. */
  public static void fuzzerTestOneInput(byte[] input) {
    isRead(input);
  }

  /** Whether the input was read, and then within the limit and the ratio. */
  public static boolean isRead(byte[] input) {
    try {
      int size = Unzip.all(input, LIMIT).length;
      if (size > LIMIT || (size > 1 << 20 && size > 101L * input.length)) {
        throw new IllegalStateException(size + " bytes of " + input.length);
      }
      return true;
    } catch (ScrapeException e) {
      return false;
    }
  }
}
