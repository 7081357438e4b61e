package dev.loadline.collector.exposition;

import dev.loadline.collector.exposition.MalformedException.Reason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {a="b",}} and {@code {"the.name",a="b"}}, keeps where each part stands and makes
 * text of it only when asked.
 */
final class LabelBlock {
  private static final int MARKS = 4;

  private final byte[] b;
  private final Limits limits;
  private final LabelText text;
  private int[] marks = new int[8 * MARKS];
  private int size;
  private long seen;
  private boolean escapedKeys;
  private int nameFrom;
  private int nameTo;

  LabelBlock(byte[] b, Limits limits) {
    this.b = b;
    this.limits = limits;
    this.text = new LabelText(b);
  }

  /** Forgets what was read. */
  void clear() {
    size = 0;
    seen = 0;
    escapedKeys = false;
    nameFrom = nameTo = 0;
  }

  /** Where a name stands that was given within the braces; as long as nothing where none was. */
  int nameFrom() {
    return nameFrom;
  }

  int nameTo() {
    return nameTo;
  }

  Labels labels() {
    return text.of(marks, size);
  }

  /**
   * @param open the offset of the opening brace
   * @param named whether a name stood before it
   * @return the offset after the closing brace
   */
  int read(int open, boolean named, int line) throws MalformedException {
    clear();
    int at = Bytes.skipBlanks(b, open + 1);
    while (b[at] != '}') {
      int start = at;
      int from = at;
      int to;
      boolean quoted = b[at] == '"';
      if (quoted) {
        from = at + 1;
        to = Quoted.end(b, from, line);
        at = to + 1;
        escapedKeys |= Quoted.isEscaped(b, from, to);
      } else {
        to = at = Bytes.endOfLabel(b, at);
      }
      check(from, to, start, line);
      at = Bytes.skipBlanks(b, at);
      if (b[at] == '=') {
        at = value(from, to, Bytes.skipBlanks(b, at + 1), line);
      } else if (quoted && !named && size == 0 && nameTo == 0) {
        nameFrom = from;
        nameTo = to;
      } else {
        throw malformed(line, at, "'=' expected");
      }
      at = Bytes.skipBlanks(b, at);
      if (b[at] == ',') {
        at = Bytes.skipBlanks(b, at + 1);
      } else if (b[at] != '}') {
        throw malformed(line, at, "',' or '}' expected");
      }
    }
    return at + 1;
  }

  private void check(int from, int to, int start, int line) throws MalformedException {
    if (to == from) {
      throw malformed(line, start, "a name expected");
    }
    if (to - from > limits.nameBytes()) {
      throw tooLong(line, start, limits.nameBytes());
    }
  }

  private int value(int keyFrom, int keyTo, int at, int line) throws MalformedException {
    if (b[at] != '"') {
      throw malformed(line, at, "'\"' expected");
    }
    int end = Quoted.end(b, at + 1, line);
    if (end - at - 1 > limits.valueBytes()) {
      throw tooLong(line, at, limits.valueBytes());
    }
    if (size == limits.labels()) {
      throw new MalformedException(
          Reason.LABEL_LIMIT, line, keyFrom, "more than " + limits.labels() + " labels");
    }
    unique(keyFrom, keyTo, line);
    mark(keyFrom, keyTo, at + 1, end);
    return end + 1;
  }

  private void unique(int from, int to, int line) throws MalformedException {
    long bit = Bytes.bit(b, from, to);
    if (((seen & bit) != 0 || escapedKeys) && stands(from, to)) {
      throw malformed(line, from, "label '" + Quoted.text(b, from, to) + "' stands twice");
    }
    seen |= bit;
  }

  private boolean stands(int from, int to) {
    String key = escapedKeys ? Quoted.text(b, from, to) : null;
    for (int i = 0; i < size * MARKS; i += MARKS) {
      if (same(key, from, to, marks[i], marks[i + 1])) {
        return true;
      }
    }
    return false;
  }

  private boolean same(@Nullable String key, int from, int to, int otherFrom, int otherTo) {
    return key == null
        ? Arrays.equals(b, from, to, b, otherFrom, otherTo)
        : key.equals(Quoted.text(b, otherFrom, otherTo));
  }

  private void mark(int keyFrom, int keyTo, int valueFrom, int valueTo) {
    int next = size++ * MARKS;
    if (next == marks.length) {
      marks = Arrays.copyOf(marks, 2 * next);
    }
    marks[next] = keyFrom;
    marks[next + 1] = keyTo;
    marks[next + 2] = valueFrom;
    marks[next + 3] = valueTo;
  }

  private static MalformedException malformed(int line, int at, String message) {
    return new MalformedException(Reason.MALFORMED, line, at, message);
  }

  private static MalformedException tooLong(int line, int at, int limit) {
    return new MalformedException(Reason.LENGTH_LIMIT, line, at, "longer than " + limit + " bytes");
  }
}
