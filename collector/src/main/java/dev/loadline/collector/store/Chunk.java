package dev.loadline.collector.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.zip.CRC32C;

/**
 * Some consecutive samples of one series, few bytes each.
 *
 * @param epochMillis ascending, at least one
 */
@SuppressWarnings("ArrayRecordComponent")
record Chunk(long[] epochMillis, double[] values) {
  /** Samples of a full one, an hour at one in 10 s. */
  static final int SIZE = 360;

  /** Rows that are worth to be put into a chunk; a row takes ten times as much. */
  static final int ROWS = 30;

  private static final int COUNT_BITS = 16;

  static Chunk of(SortedMap<Long, Double> samples) {
    return new Chunk(
        samples.keySet().stream().mapToLong(Long::longValue).toArray(),
        samples.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  long first() {
    return epochMillis[0];
  }

  long last() {
    return epochMillis[epochMillis.length - 1];
  }

  int size() {
    return values.length;
  }

  Chunk part(int from, int to) {
    return new Chunk(
        Arrays.copyOfRange(epochMillis, from, to), Arrays.copyOfRange(values, from, to));
  }

  boolean has(long time) {
    return Arrays.binarySearch(epochMillis, time) >= 0;
  }

  byte[] encode() {
    BitWriter out = new BitWriter();
    out.write(size(), COUNT_BITS);
    Integers.write(epochMillis, out);
    Reals.write(values, out);
    return out.toByteArray();
  }

  static Chunk decode(byte[] bytes) throws CorruptException {
    BitReader in = new BitReader(bytes);
    int count = (int) in.read(COUNT_BITS);
    return new Chunk(Integers.read(count, in), Reals.read(count, in));
  }

  /** Of the bytes and of where they belong, so that bytes in a wrong place are found too. */
  static int checksum(long series, long first, long last, byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(ByteBuffer.allocate(24).putLong(series).putLong(first).putLong(last).flip());
    checksum.update(bytes);
    return (int) checksum.getValue();
  }
}
