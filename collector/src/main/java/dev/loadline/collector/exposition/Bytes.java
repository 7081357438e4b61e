package dev.loadline.collector.exposition;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Which bytes may stand where; looks at eight at a time. Every search ends at a line feed. */
final class Bytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH = 0x8080_8080_8080_8080L;
  private static final long SPACES = ONES * ' ';
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';

  private static final byte LABEL_START = 1;
  private static final byte LABEL = 2;
  private static final byte NAME_START = 4;
  private static final byte NAME = 8;
  private static final byte[] CLASSES = new byte[256];

  static {
    for (char c = 'A'; c <= 'Z'; c++) {
      CLASSES[c] = LABEL_START | LABEL | NAME_START | NAME;
      CLASSES[c + 32] = CLASSES[c];
    }
    CLASSES['_'] = CLASSES['A'];
    CLASSES[':'] = NAME_START | NAME;
    for (char c = '0'; c <= '9'; c++) {
      CLASSES[c] = LABEL | NAME;
    }
  }

  private Bytes() {}

  static boolean inName(byte b) {
    return (CLASSES[b & 0xff] & NAME) != 0;
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  static int skipBlanks(byte[] b, int at) {
    int next = at;
    while (isBlank(b[next])) {
      next++;
    }
    return next;
  }

  /** The end of the metric name that starts here; {@code at} where none does. */
  static int endOfName(byte[] b, int at) {
    return end(b, at, NAME_START, NAME);
  }

  /** The end of the label name that starts here; {@code at} where none does. */
  static int endOfLabel(byte[] b, int at) {
    return end(b, at, LABEL_START, LABEL);
  }

  private static int end(byte[] b, int at, byte start, byte part) {
    if ((CLASSES[b[at] & 0xff] & start) == 0) {
      return at;
    }
    int next = at + 1;
    while ((CLASSES[b[next] & 0xff] & part) != 0) {
      next++;
    }
    return next;
  }

  /** The first quote, backslash, control character or byte that is not ASCII. */
  static int plainQuoted(byte[] b, int at) {
    int next = at;
    for (int last = b.length - Long.BYTES; next <= last; next += Long.BYTES) {
      long x = (long) LONGS.get(b, next);
      long found = (((x ^ QUOTES) - ONES) | ((x ^ BACKSLASHES) - ONES) | (x - SPACES) | x) & HIGH;
      if (found != 0) {
        return next + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (b[next] >= ' ' && b[next] != '"' && b[next] != '\\') {
      next++;
    }
    return next;
  }

  /** The first control character or byte that is not ASCII. */
  static int plainText(byte[] b, int at) {
    int next = at;
    for (int last = b.length - Long.BYTES; next <= last; next += Long.BYTES) {
      long x = (long) LONGS.get(b, next);
      long found = ((x - SPACES) | x) & HIGH;
      if (found != 0) {
        return next + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (b[next] >= ' ') {
      next++;
    }
    return next;
  }

  /** One of 64 bits for these bytes, which are at least one; all bits where the body ends. */
  static long bit(byte[] b, int from, int to) {
    int length = to - from;
    if (b.length - from < Long.BYTES) {
      return -1;
    }
    long head = (long) LONGS.get(b, from);
    long known =
        length < Long.BYTES
            ? head & ((1L << (length << 3)) - 1)
            : head ^ (long) LONGS.get(b, to - Long.BYTES);
    return 1L << ((known * 0x9E37_79B9_7F4A_7C15L) >>> 58);
  }
}
