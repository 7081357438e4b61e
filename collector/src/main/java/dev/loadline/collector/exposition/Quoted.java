package dev.loadline.collector.exposition;

import dev.loadline.collector.exposition.MalformedException.Reason;
import java.nio.charset.StandardCharsets;

/** Text between quotes. */
final class Quoted {
  private Quoted() {}

  /**
   * The offset of the closing quote; every byte before it was looked at.
   *
   * @param from after the opening quote
   */
  static int end(byte[] b, int from, int line) throws MalformedException {
    int at = Bytes.plainQuoted(b, from);
    while (b[at] != '"') {
      at = Bytes.plainQuoted(b, at + special(b, at, line));
    }
    return at;
  }

  private static int special(byte[] b, int at, int line) throws MalformedException {
    if (b[at] == '\n') {
      throw new MalformedException(Reason.MALFORMED, line, at, "no closing '\"'");
    }
    if (b[at] == '\\') {
      return b[at + 1] == '"' || b[at + 1] == '\\' ? 2 : 1;
    }
    return character(b, at, line);
  }

  /** How many bytes the character here takes. */
  static int character(byte[] b, int at, int line) throws MalformedException {
    int length = b[at] == 0 ? 0 : Utf8.length(b, at, b.length);
    if (length == 0) {
      throw new MalformedException(Reason.MALFORMED, line, at, "not UTF-8, or a NUL byte");
    }
    return length;
  }

  static boolean isEscaped(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  /** What the bytes stand for; an escape that the format does not know stays as it is. */
  static String text(byte[] b, int from, int to) {
    String text = new String(b, from, to - from, StandardCharsets.UTF_8);
    return isEscaped(b, from, to) ? unescape(text) : text;
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = c == '\\' && i + 1 < text.length() ? text.charAt(i + 1) : 0;
      if (next == 'n' || next == '\\' || next == '"') {
        plain.append(next == 'n' ? '\n' : next);
        i++;
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
