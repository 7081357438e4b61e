package dev.loadline.advisor.document.markdown;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Whether a text says something. The patterns are those that stand in the code, each read once. */
final class Said {
  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private Said() {}

  static boolean in(String text, String pattern) {
    return PATTERNS.computeIfAbsent(pattern, Pattern::compile).matcher(text).find();
  }
}
