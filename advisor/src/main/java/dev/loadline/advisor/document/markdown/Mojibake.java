package dev.loadline.advisor.document.markdown;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Undoes text that was written as UTF-8 and read as something else: {@code √ó} and {@code Ã—} are
 * both a multiplication sign. A line is taken back to the bytes that it would have been in
 * windows-1252, windows-1254 or MacRoman, and replaced only where those are strict UTF-8 from one
 * end to the other, so that a line in order stays as it is.
 */
final class Mojibake {
  private static final List<String> UPPER_HALVES =
      List.of(
          "€\u0081‚ƒ„…†‡\u02c6‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—\u02dc™š›œ\u009džŸ"
              + "\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿"
              + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
              + "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
          "€\u0081‚ƒ„…†‡\u02c6‰Š‹Œ\u008d\u008e\u008f\u0090‘’“”•–—\u02dc™š›œ\u009d\u009eŸ"
              + "\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿"
              + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞß"
              + "àáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ",
          "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü"
              + "†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
              + "¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›\ufb01\ufb02"
              + "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙı\u02c6\u02dc¯\u02d8\u02d9\u02da¸\u02dd\u02db\u02c7");

  private Mojibake() {}

  static String repair(String line) {
    if (line.chars().allMatch(c -> c < 0x80)) {
      return line;
    }
    for (String upperHalf : UPPER_HALVES) {
      int[] bytes = bytes(line, upperHalf);
      String repaired = bytes == null ? null : decode(bytes);
      if (repaired != null) {
        return repaired;
      }
    }
    return line;
  }

  private static int @Nullable [] bytes(String line, String upperHalf) {
    int[] bytes = new int[line.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = line.charAt(i);
      int upper = c < 0x80 ? -1 : upperHalf.indexOf(c);
      if (c >= 0x80 && upper < 0) {
        return null;
      }
      bytes[i] = c < 0x80 ? c : 0x80 + upper;
    }
    return bytes;
  }

  /**
   * Strict: no overlong forms, no surrogates, nothing beyond U+10FFFF; null where it is not UTF-8.
   */
  private static @Nullable String decode(int[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; ) {
      int length = length(bytes[i]);
      if (length == 0 || i + length > bytes.length) {
        return null;
      }
      int point = length == 1 ? bytes[i] : bytes[i] & (0xFF >> (length + 1));
      for (int k = 1; k < length; k++) {
        if ((bytes[i + k] & 0xC0) != 0x80) {
          return null;
        }
        point = (point << 6) | (bytes[i + k] & 0x3F);
      }
      if (!allowed(point, length)) {
        return null;
      }
      text.appendCodePoint(point);
      i += length;
    }
    return text.toString();
  }

  private static int length(int first) {
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xC2) {
      return 0;
    }
    if (first < 0xE0) {
      return 2;
    }
    return first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  }

  private static boolean allowed(int point, int length) {
    int least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0;
    return point >= least && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
  }
}
