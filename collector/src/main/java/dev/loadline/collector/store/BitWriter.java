package dev.loadline.collector.store;

import java.util.Arrays;

/** Bits one after the other, the highest bit of a number first. */
final class BitWriter {
  private byte[] bytes = new byte[64];
  private int bits;

  /** The lowest {@code count} bits of {@code value}, 0 to 64 of them. */
  void write(long value, int count) {
    while (bits + count > bytes.length * 8) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    for (int i = count - 1; i >= 0; i--) {
      bytes[bits >>> 3] |= (byte) (((value >>> i) & 1) << (7 - (bits & 7)));
      bits++;
    }
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, (bits + 7) >>> 3);
  }
}
