package dev.loadline.collector.store;

/** Reads what a {@link BitWriter} wrote. */
final class BitReader {
  private final byte[] bytes;
  private int position;

  BitReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @throws CorruptException beyond the last byte
   */
  long read(int count) throws CorruptException {
    if (count > bytes.length * 8 - position) {
      throw new CorruptException("it ends too early");
    }
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = (value << 1) | ((bytes[position >>> 3] >>> (7 - (position & 7))) & 1);
      position++;
    }
    return value;
  }
}
