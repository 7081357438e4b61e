package dev.loadline.collector.store;

import java.util.Arrays;

/**
 * Whole numbers by their differences, in few bits where the differences are alike. Of the values
 * themselves, their differences, the differences of those, and how far they are from a straight
 * line, what costs least is written: the median, and how far each is from it by a Rice code, which
 * is what lies above the lowest {@code k} bits as that many ones, then the {@code k} bits.
 *
 * <p>Times 10,000 ms apart differ by the median every time, which costs nothing.
 *
 * @see <a href="https://ipnpr.jpl.nasa.gov/progress_report2/XV/XVI.PDF">Rice, Plaunt: the basic
 *     compressor</a>
 */
final class Integers {
  private static final int MAX_ORDER = 2;

  /** In the place of the order: by the distance from a line. */
  private static final int LINE = 3;

  /** What the slope of a line takes, roughly. */
  private static final int LINE_BITS = 24;

  /** So many ones say that a number follows in full. */
  private static final int ESCAPE = 20;

  /** In the place of {@code k}: every difference is zero and none is written. */
  private static final int NONE = 63;

  private Integers() {}

  static void write(long[] values, BitWriter out) {
    long slope = Residuals.of(values, 1).median;
    Residuals best = Residuals.of(sloped(values, -slope), 0);
    boolean line = true;
    for (int order = 0; order <= MAX_ORDER; order++) {
      Residuals tried = Residuals.of(values, order);
      if (tried.cost() < best.cost() + (line ? LINE_BITS : 0)) {
        best = tried;
        line = false;
      }
    }
    out.write(line ? LINE : best.order, 2);
    if (line) {
      number(slope, out);
    }
    best.write(out);
  }

  static long[] read(int count, BitReader in) throws CorruptException {
    int order = (int) in.read(2);
    if (order == LINE) {
      long slope = number(in);
      return sloped(rest(count, 0, in), slope);
    }
    long[] values = rest(count, order, in);
    for (int pass = order; pass > 0; pass--) {
      for (int i = pass; i < count; i++) {
        values[i] += values[i - 1];
      }
    }
    return values;
  }

  private static long[] rest(int count, int order, BitReader in) throws CorruptException {
    int k = (int) in.read(6);
    long median = number(in);
    long[] rest = new long[count];
    for (int i = 0; i < count; i++) {
      rest[i] = i < order ? number(in) : median + (k == NONE ? 0 : signed(rice(k, in)));
    }
    return rest;
  }

  private static long[] sloped(long[] values, long slope) {
    long[] sloped = values.clone();
    for (int i = 0; i < sloped.length; i++) {
      sloped[i] += i * slope;
    }
    return sloped;
  }

  /** What is left of the values; the first {@code order} of them are starting points. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Residuals(int order, long median, int k, long[] rest) {

    static Residuals of(long[] values, int order) {
      long[] rest = values.clone();
      for (int pass = 1; pass <= order; pass++) {
        for (int i = rest.length - 1; i >= pass; i--) {
          rest[i] -= rest[i - 1];
        }
      }
      long median = median(rest, order);
      for (int i = order; i < rest.length; i++) {
        rest[i] -= median;
      }
      return new Residuals(order, median, fitting(rest, order), rest);
    }

    long cost() {
      return Integers.cost(rest, order, k);
    }

    void write(BitWriter out) {
      out.write(k, 6);
      number(median, out);
      for (int i = 0; i < rest.length; i++) {
        if (i < order) {
          number(rest[i], out);
        } else if (k != NONE) {
          rice(unsigned(rest[i]), k, out);
        }
      }
    }

    private static long median(long[] rest, int order) {
      long[] sorted = Arrays.copyOfRange(rest, Math.min(order, rest.length), rest.length);
      Arrays.sort(sorted);
      return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
  }

  private static void number(long value, BitWriter out) {
    int length = 64 - Long.numberOfLeadingZeros(unsigned(value));
    out.write(length, 7);
    out.write(unsigned(value), length);
  }

  private static long number(BitReader in) throws CorruptException {
    int length = (int) in.read(7);
    if (length > 64) {
      throw new CorruptException("more than 64 bits");
    }
    return signed(in.read(length));
  }

  private static void rice(long number, int k, BitWriter out) {
    long above = number >>> k;
    if (above < 0 || above >= ESCAPE) {
      out.write((1L << ESCAPE) - 1, ESCAPE);
      out.write(number, 64);
    } else {
      out.write(((1L << above) - 1) << 1, (int) above + 1);
      out.write(number, k);
    }
  }

  private static long rice(int k, BitReader in) throws CorruptException {
    long above = 0;
    while (above < ESCAPE && in.read(1) == 1) {
      above++;
    }
    return above == ESCAPE ? in.read(64) : (above << k) | in.read(k);
  }

  private static int fitting(long[] rest, int order) {
    long any = 0;
    for (int i = order; i < rest.length; i++) {
      any |= unsigned(rest[i]);
    }
    if (any == 0) {
      return NONE;
    }
    int length = 64 - Long.numberOfLeadingZeros(any);
    int low = climb(rest, order, length / 2);
    int high = climb(rest, order, length);
    return cost(rest, order, low) <= cost(rest, order, high) ? low : high;
  }

  /**
   * Follows the falling cost from {@code k} on. It has two valleys at most: one where the bulk of
   * the numbers fits, and one where the largest do.
   */
  private static int climb(long[] rest, int order, int k) {
    int best = Math.min(k, NONE - 1);
    long least = cost(rest, order, best);
    for (int step = -1; step <= 1; step += 2) {
      for (int next = best + step; next >= 0 && next < NONE; next += step) {
        long cost = cost(rest, order, next);
        if (cost >= least) {
          break;
        }
        least = cost;
        best = next;
      }
    }
    return best;
  }

  private static long cost(long[] rest, int order, int k) {
    long bits = 0;
    for (int i = 0; i < rest.length; i++) {
      long number = unsigned(rest[i]);
      long above = number >>> k;
      if (i < order) {
        bits += 7 + 64 - Long.numberOfLeadingZeros(number);
      } else if (k != NONE) {
        bits += above < 0 || above >= ESCAPE ? ESCAPE + 64 : above + 1 + k;
      }
    }
    return bits;
  }

  /** 0, -1, 1, -2, 2 as 0, 1, 2, 3, 4. */
  private static long unsigned(long number) {
    return (number << 1) ^ (number >> 63);
  }

  private static long signed(long number) {
    return (number >>> 1) ^ -(number & 1);
  }
}
