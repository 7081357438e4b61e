package dev.loadline.agent.expose;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text that is encoded once it is complete. An exposition is written character by character, for
 * each of which the JDK's own writer takes a lock and runs its encoder.
 */
final class Page extends Writer {

  private char[] text = new char[1 << 15];
  private int length;

  private void reserve(int more) {
    if (text.length - length < more) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, length + more));
    }
  }

  @Override
  public void write(int character) {
    reserve(1);
    text[length++] = (char) character;
  }

  @Override
  public void write(char[] from, int offset, int count) {
    reserve(count);
    System.arraycopy(from, offset, text, length, count);
    length += count;
  }

  @Override
  public void write(String from, int offset, int count) {
    reserve(count);
    from.getChars(offset, offset + count, text, length);
    length += count;
  }

  /** All of it in UTF-8. */
  byte[] bytes() {
    return new String(text, 0, length).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
