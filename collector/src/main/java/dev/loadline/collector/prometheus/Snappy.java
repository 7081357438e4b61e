package dev.loadline.collector.prometheus;

import java.util.Arrays;

/**
 * Snappy's block format.
 *
 * @see <a href="https://github.com/google/snappy/blob/main/format_description.txt">format</a>
 */
public final class Snappy {
  private static final int HASH_BITS = 12;
  private static final int MAX_OFFSET = 65_535;
  private static final int MAX_COPY = 64;
  private static final int MIN_MATCH = 4;

  private Snappy() {}

  /** Why a block cannot be unpacked. */
  public static final class BlockException extends Exception {
    private final boolean tooLarge;

    BlockException(String message, boolean tooLarge) {
      super(message);
      this.tooLarge = tooLarge;
    }

    /** Whether it is refused for its length only. */
    public boolean tooLarge() {
      return tooLarge;
    }
  }

  /**
   * @param limit bytes that the block may unpack to; a longer one is refused before any are
   *     allocated
   */
  public static byte[] unpack(byte[] block, int limit) throws BlockException {
    return new Block(block, limit).unpack();
  }

  /** What {@link #unpack} unpacks; finds what repeats within 64 KiB. */
  public static byte[] pack(byte[] plain) {
    return new Packing(plain).pack();
  }

  private static final class Block {
    private final byte[] in;
    private final byte[] out;
    private int read;
    private int written;

    Block(byte[] block, int limit) throws BlockException {
      in = block;
      long length = length();
      if (length > limit) {
        throw new BlockException("says that it unpacks to " + length + " bytes", true);
      }
      // No block unpacks to more than 64 bytes for every three of its own.
      if (length > 22L * block.length) {
        throw new BlockException("says that it unpacks to more than it can", false);
      }
      out = new byte[(int) length];
    }

    byte[] unpack() throws BlockException {
      while (read < in.length) {
        int tag = next();
        switch (tag & 3) {
          case 0 -> literal(tag >>> 2);
          case 1 -> copy(4 + ((tag >>> 2) & 7), ((tag >>> 5) << 8) | next());
          case 2 -> copy(1 + (tag >>> 2), number(2));
          default -> copy(1 + (tag >>> 2), number(4));
        }
      }
      if (written < out.length) {
        throw new BlockException("ends early", false);
      }
      return out;
    }

    private long length() throws BlockException {
      long length = 0;
      for (int shift = 0; shift < 35; shift += 7) {
        int part = next();
        length |= (long) (part & 0x7f) << shift;
        if (part < 0x80) {
          return length;
        }
      }
      throw new BlockException("has no length", false);
    }

    private void literal(int code) throws BlockException {
      long length = 1L + (code < 60 ? code : number(code - 59));
      room(length);
      if (length > in.length - read) {
        throw new BlockException("ends early", false);
      }
      System.arraycopy(in, read, out, written, (int) length);
      read += (int) length;
      written += (int) length;
    }

    private void copy(int length, long offset) throws BlockException {
      room(length);
      if (offset == 0 || offset > written) {
        throw new BlockException("copies from before its beginning", false);
      }
      for (int i = 0; i < length; i++) {
        out[written] = out[written - (int) offset];
        written++;
      }
    }

    private void room(long length) throws BlockException {
      if (length > out.length - written) {
        throw new BlockException("unpacks to more than it says", false);
      }
    }

    private long number(int bytes) throws BlockException {
      long number = 0;
      for (int i = 0; i < bytes; i++) {
        number |= (long) next() << (8 * i);
      }
      return number;
    }

    private int next() throws BlockException {
      if (read == in.length) {
        throw new BlockException("ends early", false);
      }
      return in[read++] & 0xff;
    }
  }

  private static final class Packing {
    private final byte[] in;
    private final int[] seen = new int[1 << HASH_BITS];
    private byte[] out;
    private int written;

    Packing(byte[] plain) {
      in = plain;
      out = new byte[32 + plain.length + plain.length / 6];
      Arrays.fill(seen, -1);
    }

    byte[] pack() {
      int length = in.length;
      for (; length >= 0x80; length >>>= 7) {
        put(length | 0x80);
      }
      put(length);
      int pending = 0;
      int at = 0;
      while (at + MIN_MATCH <= in.length) {
        int hash = hash(at);
        int before = seen[hash];
        seen[hash] = at;
        int match = before < 0 || at - before > MAX_OFFSET ? 0 : match(before, at);
        if (match < MIN_MATCH) {
          at++;
          continue;
        }
        literal(pending, at);
        copy(at - before, match);
        at += match;
        pending = at;
      }
      literal(pending, in.length);
      return Arrays.copyOf(out, written);
    }

    private int hash(int at) {
      int word =
          (in[at] & 0xff)
              | (in[at + 1] & 0xff) << 8
              | (in[at + 2] & 0xff) << 16
              | (in[at + 3] & 0xff) << 24;
      return (word * 0x1e35a7bd) >>> (32 - HASH_BITS);
    }

    private int match(int before, int at) {
      int length = 0;
      while (at + length < in.length && in[before + length] == in[at + length]) {
        length++;
      }
      return length;
    }

    private void literal(int from, int to) {
      int length = to - from;
      if (length == 0) {
        return;
      }
      if (length <= 60) {
        put((length - 1) << 2);
      } else {
        put(63 << 2);
        number(length - 1, 4);
      }
      System.arraycopy(in, from, out, written, length);
      written += length;
    }

    private void copy(int offset, int length) {
      for (int left = length; left > 0; left -= MAX_COPY) {
        put((Math.min(left, MAX_COPY) - 1) << 2 | 2);
        number(offset, 2);
      }
    }

    private void number(int number, int bytes) {
      for (int i = 0; i < bytes; i++) {
        put(number >>> (8 * i));
      }
    }

    private void put(int part) {
      if (written + 1 >= out.length) {
        out = Arrays.copyOf(out, 2 * out.length);
      }
      out[written++] = (byte) part;
    }
  }
}
