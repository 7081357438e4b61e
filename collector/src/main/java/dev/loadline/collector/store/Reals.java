package dev.loadline.collector.store;

/**
 * Floating-point values, bit for bit. Most are decimals of few digits, as somebody printed them:
 * 0.25, 0.5 and 12.125 are 250, 500 and 12125 thousandths, and written as {@link Integers}. Where
 * one of them is not, all are written by how each differs from the one before it.
 *
 * @see <a href="https://www.vldb.org/pvldb/vol8/p1816-teller.pdf">Pelkonen and others: Gorilla</a>
 */
final class Reals {
  private static final int MAX_DIGITS = 12;
  private static final int XOR = 15;
  private static final double EXACT = 0x1p53;
  private static final double[] POWERS = new double[MAX_DIGITS + 1];

  static {
    double power = 1;
    for (int i = 0; i <= MAX_DIGITS; i++) {
      POWERS[i] = power;
      power *= 10;
    }
  }

  private Reals() {}

  static void write(double[] values, BitWriter out) {
    int digits = digits(values);
    out.write(digits, 4);
    if (digits == XOR) {
      writeXor(values, out);
      return;
    }
    long[] scaled = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = (long) Math.rint(values[i] * POWERS[digits]);
    }
    Integers.write(scaled, out);
  }

  static double[] read(int count, BitReader in) throws CorruptException {
    int digits = (int) in.read(4);
    if (digits == XOR) {
      return readXor(count, in);
    }
    if (digits > MAX_DIGITS) {
      throw new CorruptException("no such number of digits");
    }
    long[] scaled = Integers.read(count, in);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = scaled[i] / POWERS[digits];
    }
    return values;
  }

  private static int digits(double[] values) {
    int digits = 0;
    for (double value : values) {
      while (!isWhole(value, digits)) {
        if (++digits > MAX_DIGITS) {
          return XOR;
        }
      }
    }
    for (double value : values) {
      if (!isWhole(value, digits)) {
        return XOR;
      }
    }
    return digits;
  }

  /** Whether the value is so many decimal digits and comes back as the same bits. */
  private static boolean isWhole(double value, int digits) {
    double scaled = Math.rint(value * POWERS[digits]);
    return Math.abs(scaled) < EXACT
        && Double.doubleToRawLongBits((long) scaled / POWERS[digits])
            == Double.doubleToRawLongBits(value);
  }

  private static void writeXor(double[] values, BitWriter out) {
    long before = 0;
    int leading = 0;
    int length = 64;
    for (double value : values) {
      long bits = Double.doubleToRawLongBits(value);
      long change = bits ^ before;
      before = bits;
      if (change == 0) {
        out.write(0, 1);
        continue;
      }
      int zeros = Long.numberOfLeadingZeros(change);
      int needed = 64 - zeros - Long.numberOfTrailingZeros(change);
      boolean fits = zeros >= leading && zeros + needed <= leading + length;
      if (fits && length - needed < 12) {
        out.write(0b10, 2);
      } else {
        leading = zeros;
        length = needed;
        out.write(0b11, 2);
        out.write(leading, 6);
        out.write(length - 1, 6);
      }
      out.write(change >>> (64 - leading - length), length);
    }
  }

  private static double[] readXor(int count, BitReader in) throws CorruptException {
    double[] values = new double[count];
    long bits = 0;
    int leading = 0;
    int length = 64;
    for (int i = 0; i < count; i++) {
      if (in.read(1) == 1) {
        if (in.read(1) == 1) {
          leading = (int) in.read(6);
          length = (int) in.read(6) + 1;
        }
        if (leading + length > 64) {
          throw new CorruptException("more than 64 bits");
        }
        bits ^= in.read(length) << (64 - leading - length);
      }
      values[i] = Double.longBitsToDouble(bits);
    }
    return values;
  }
}
