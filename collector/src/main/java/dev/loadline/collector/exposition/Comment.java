package dev.loadline.collector.exposition;

import dev.loadline.collector.exposition.MalformedException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Reads a line that starts with {@code #}: HELP, TYPE, UNIT, the end mark, or anything else. */
final class Comment {
  private static final byte[] END = ascii("# EOF");
  private static final byte[] TYPE = ascii("TYPE");
  private static final byte[][] TYPES =
      Stream.of(
              "counter",
              "gauge",
              "histogram",
              "gaugehistogram",
              "summary",
              "info",
              "stateset",
              "unknown",
              "untyped")
          .map(Comment::ascii)
          .toArray(byte[][]::new);

  private final byte[] b;
  private boolean end;

  Comment(byte[] b) {
    this.b = b;
  }

  /** Whether the line that was read last is {@code # EOF}. */
  boolean isEnd() {
    return end;
  }

  /** Gives the start of the next line. */
  int read(int start, int line) throws MalformedException {
    int at = Bytes.plainText(b, start);
    while (b[at] != '\n') {
      at = Bytes.plainText(b, at + Quoted.character(b, at, line));
    }
    int stop = b[at - 1] == '\r' ? at - 1 : at;
    end = Arrays.equals(b, start, stop, END, 0, END.length);
    int word = Bytes.skipBlanks(b, start + 1);
    int name = word + TYPE.length;
    if (name < stop
        && Bytes.isBlank(b[name])
        && Arrays.equals(b, word, name, TYPE, 0, TYPE.length)) {
      type(name, stop, start, line);
    }
    return at + 1;
  }

  private void type(int from, int to, int start, int line) throws MalformedException {
    int stop = to;
    while (Bytes.isBlank(b[stop - 1]) && stop > from) {
      stop--;
    }
    int last = stop;
    while (last > from && !Bytes.isBlank(b[last - 1])) {
      last--;
    }
    for (byte[] type : TYPES) {
      if (Arrays.equals(b, last, stop, type, 0, type.length)) {
        return;
      }
    }
    String word = new String(b, last, Math.min(stop - last, 40), StandardCharsets.UTF_8);
    throw new MalformedException(Reason.MALFORMED, line, start, "no such type: '" + word + "'");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
