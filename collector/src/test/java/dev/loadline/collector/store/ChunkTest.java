package dev.loadline.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bit comes back; how few bytes it takes. */
class ChunkTest {
  private static final long[] REGULAR = LongStream.range(0, 240).map(i -> i * 10_000).toArray();

  @Test
  void aLineThatDoesNotMoveTakesTenBytes() throws CorruptException {
    assertThat(bytes(REGULAR, i -> 15)).isEqualTo(10);
  }

  @Test
  void aCounterThatRisesEvenlyTakesHardlyMore() throws CorruptException {
    assertThat(bytes(REGULAR, i -> 1_000_000 + 137L * i)).isEqualTo(14);
  }

  @Test
  void decimalsAreAsCheapAsWholeNumbers() throws CorruptException {
    assertThat(bytes(REGULAR, i -> (1_000_000 + 137L * i) / 1e9)).isEqualTo(14);
  }

  @Test
  void aSmallGaugeTakesAFewBitsASample() throws CorruptException {
    Random random = new Random(1);

    assertThat(bytes(REGULAR, i -> random.nextInt(4))).isLessThan(100);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0.0,
        -0.0,
        1e-300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        0.1 + 0.2,
        Math.PI,
        -1e15,
        Double.NaN,
        Double.NEGATIVE_INFINITY
      })
  void everyValueComesBackBitForBit(double value) throws CorruptException {
    sameAfter(new Chunk(new long[] {1, 2, 3, 4}, new double[] {value, 1, value, value}));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE - 1})
  void everyTimeComesBack(long time) throws CorruptException {
    sameAfter(new Chunk(new long[] {time, time + 1}, new double[] {1, 2}));
  }

  @Test
  void whateverIsWrittenComesBack() throws CorruptException {
    for (int seed = 0; seed < 2_000; seed++) {
      sameAfter(random(new Random(seed)));
    }
  }

  @Test
  void noBytesWhateverDoMoreThanFail() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      Throwable thrown = catchThrowable(() -> Chunk.decode(bytes));
      assertThat(thrown == null || thrown instanceof CorruptException)
          .as("%s from %s", thrown, Arrays.toString(bytes))
          .isTrue();
    }
  }

  @Test
  void aChunkThatIsCutIsCorrupt() {
    byte[] bytes = random(new Random(3)).encode();

    assertThatThrownBy(() -> Chunk.decode(Arrays.copyOf(bytes, bytes.length / 2)))
        .isInstanceOf(CorruptException.class);
  }

  @Test
  void everyBitThatFlipsChangesTheChecksum() {
    byte[] bytes = random(new Random(4)).encode();
    int before = Chunk.checksum(1, 2, 3, bytes);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(Chunk.checksum(1, 2, 3, bytes)).isNotEqualTo(before);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
    assertThat(Chunk.checksum(2, 2, 3, bytes)).isNotEqualTo(before);
  }

  private static Chunk random(Random random) {
    int size = 1 + random.nextInt(300);
    long start = random.nextLong() >> random.nextInt(64);
    int step = 1 + random.nextInt(20_000);
    long[] times = new long[size];
    for (int i = 0; i < size; i++) {
      times[i] = start + (long) i * step + random.nextInt(step);
    }
    DoubleSupplier next = supplier(random);
    return new Chunk(times, DoubleStream.generate(next).limit(size).toArray());
  }

  private static DoubleSupplier supplier(Random random) {
    double scale = Math.pow(10, random.nextInt(15) - 3);
    double[] sum = new double[1];
    return switch (random.nextInt(5)) {
      case 0 -> () -> Double.longBitsToDouble(random.nextLong());
      case 1 -> () -> Math.rint(random.nextDouble() * 1_000) / scale;
      case 2 -> () -> sum[0] += random.nextDouble() / scale;
      case 3 -> () -> sum[0] += random.nextInt(100);
      default -> () -> random.nextInt(3) == 0 ? random.nextGaussian() * scale : 0;
    };
  }

  private interface ByIndex {
    double at(int index);
  }

  private static int bytes(long[] times, ByIndex values) throws CorruptException {
    double[] all = new double[times.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = values.at(i);
    }
    Chunk chunk = new Chunk(times, all);
    sameAfter(chunk);
    return chunk.encode().length;
  }

  private static void sameAfter(Chunk chunk) throws CorruptException {
    Chunk decoded = Chunk.decode(chunk.encode());
    assertThat(decoded.epochMillis()).isEqualTo(chunk.epochMillis());
    assertThat(bits(decoded.values())).isEqualTo(bits(chunk.values()));
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }
}
