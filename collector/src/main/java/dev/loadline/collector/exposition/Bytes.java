package dev.loadline.collector.exposition;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Which bytes may stand where. */
final class Bytes {
  private static final boolean[] NAME = new boolean[128];

  static {
    for (char c = '0'; c <= '9'; c++) {
      NAME[c] = true;
    }
    for (char c = 'A'; c <= 'Z'; c++) {
      NAME[c] = true;
      NAME[c + 32] = true;
    }
    NAME['_'] = true;
    NAME[':'] = true;
  }

  private Bytes() {}

  static boolean inName(byte b) {
    return b >= 0 && NAME[b];
  }

  static boolean startsName(byte b) {
    return inName(b) && !isDigit(b);
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /** The offset of the first byte that is NUL or not UTF-8; the length where all is well. */
  static int validUpTo(byte[] body) {
    int ascii = 0;
    while (ascii < body.length && body[ascii] > 0) {
      ascii++;
    }
    if (ascii == body.length || body[ascii] == 0) {
      return ascii;
    }
    int valid = ascii + validUtf8(ByteBuffer.wrap(body, ascii, body.length - ascii).slice());
    for (int i = ascii; i < valid; i++) {
      if (body[i] == 0) {
        return i;
      }
    }
    return valid;
  }

  private static int validUtf8(ByteBuffer in) {
    var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(8_192);
    while (true) {
      var result = decoder.decode(in, out, true);
      if (!result.isOverflow()) {
        return in.position();
      }
      out.clear();
    }
  }
}
