package dev.loadline.collector.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes good inputs a little: bytes, pieces cut out, doubled, or put in from another. */
final class Mutations {
  private final Random random;
  private final List<byte[]> seeds;
  private final byte[] tokens;

  /**
   * @param tokens bytes that mean something in the form
   */
  Mutations(long seed, List<byte[]> seeds, byte[] tokens) {
    this.random = new Random(seed);
    this.seeds = seeds;
    this.tokens = tokens;
  }

  byte[] next() {
    byte[] input = one();
    for (int i = random.nextInt(4); i > 0; i--) {
      input = changed(input);
    }
    return input;
  }

  private byte[] changed(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + random.nextInt(12));
    return switch (random.nextInt(5)) {
      case 0 -> spliced(input, from, to, new byte[0]);
      case 1 -> spliced(input, from, from, Arrays.copyOfRange(input, from, to));
      case 2 -> spliced(input, from, to, piece());
      case 3 -> spliced(input, from, Math.min(from + 1, input.length), token());
      default -> Arrays.copyOf(input, from);
    };
  }

  private byte[] piece() {
    byte[] other = one();
    int from = random.nextInt(other.length + 1);
    return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(40)));
  }

  private byte[] token() {
    int any = random.nextInt(2 * tokens.length);
    return new byte[] {any < tokens.length ? tokens[any] : (byte) random.nextInt()};
  }

  private byte[] one() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private static byte[] spliced(byte[] input, int from, int to, byte[] between) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(input.length + between.length);
    out.write(input, 0, from);
    out.writeBytes(between);
    out.write(input, to, input.length - to);
    return out.toByteArray();
  }
}
