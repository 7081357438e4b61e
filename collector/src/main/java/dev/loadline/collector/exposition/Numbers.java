package dev.loadline.collector.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads the numbers of the text format; Java's own parser takes {@code 1d} and turns 1e999 to
 * infinity.
 *
 * <p>Up to 2^53 and 10^22 a double holds both parts of {@code 4503.25e3} exactly, so that one
 * multiplication or division rounds as the whole would; anything beyond is left to Java.
 */
final class Numbers {
  /** What {@link #read} gives where no number stands. */
  static final int NONE = -1;

  private static final int COUNTABLE = 18;
  private static final int FAR = 10_000;
  private static final int SAFE_MAGNITUDE = 300;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private double value;

  /** The number that was read last; unspecified where it was only to be checked. */
  double value() {
    return value;
  }

  /**
   * @param exact false where the number has only to be well formed
   * @return the offset after the number, which a blank or the line's end follows
   */
  int read(byte[] b, int start, boolean exact) {
    int at = b[start] == '-' || b[start] == '+' ? start + 1 : start;
    int first = at;
    long digits = 0;
    for (int d = b[at] - '0'; d >= 0 && d <= 9; d = b[++at] - '0') {
      digits = 10 * digits + d;
    }
    int whole = at - first;
    int count = whole;
    int power = 0;
    if (b[at] == '.') {
      int point = ++at;
      for (int d = b[at] - '0'; d >= 0 && d <= 9; d = b[++at] - '0') {
        digits = 10 * digits + d;
      }
      power = point - at;
      count -= power;
    }
    if (count == 0) {
      return word(b, start);
    }
    if (b[at] == 'e' || b[at] == 'E') {
      int exponent = at + (b[at + 1] == '-' || b[at + 1] == '+' ? 2 : 1);
      at = exponent;
      int size = 0;
      for (int d = b[at] - '0'; d >= 0 && d <= 9; d = b[++at] - '0') {
        size = Math.min(FAR, 10 * size + d);
      }
      if (at == exponent) {
        return NONE;
      }
      power += b[exponent - 1] == '-' ? -size : size;
    }
    if (!ends(b, at)) {
      return NONE;
    }
    if (count <= COUNTABLE && digits <= 1L << 53 && power >= -22 && power <= 22) {
      double size = power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
      value = b[start] == '-' ? -size : size;
      return at;
    }
    return exact || count + power > SAFE_MAGNITUDE ? whole(b, start, at) : at;
  }

  private int whole(byte[] b, int start, int end) {
    value = Double.parseDouble(text(b, start, end));
    return Double.isInfinite(value) ? NONE : end;
  }

  private int word(byte[] b, int start) {
    int end = start;
    while (!ends(b, end)) {
      end++;
    }
    if (end - start > "+infinity".length()) {
      return NONE;
    }
    switch (text(b, start, end).toLowerCase(Locale.ROOT)) {
      case "nan", "+nan", "-nan" -> value = Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> value = Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> value = Double.NEGATIVE_INFINITY;
      default -> end = NONE;
    }
    return end;
  }

  private static boolean ends(byte[] b, int at) {
    return b[at] == '\n' || Bytes.isBlank(b[at]) || (b[at] == '\r' && b[at + 1] == '\n');
  }

  private static String text(byte[] b, int start, int end) {
    return new String(b, start, end - start, StandardCharsets.ISO_8859_1);
  }
}
