package dev.loadline.collector.exposition;

/** What RFC 3629 allows: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
final class Utf8 {
  private Utf8() {}

  /** How many bytes the character takes that starts here; 0 where there is none. */
  static int length(byte[] b, int at, int end) {
    int lead = b[at] & 0xff;
    if (lead < 0x80) {
      return 1;
    }
    int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (lead < 0xc2 || lead > 0xf4 || at + length > end || !second(lead, b[at + 1] & 0xff)) {
      return 0;
    }
    for (int i = at + 2; i < at + length; i++) {
      if ((b[i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  private static boolean second(int lead, int second) {
    int lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    int highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    return second >= lowest && second <= highest;
  }
}
