package dev.loadline.advisor.document.markdown;

import dev.loadline.collector.yaml.Problem;
import dev.loadline.collector.yaml.ProblemsException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a document, refused where it is no text of a sensible size, and repaired. */
final class Manuscript {
  static final int MAX_CHARACTERS = 3 * 1024 * 1024;
  static final int MAX_LINE = 64 * 1024;
  static final int MAX_LINES = 20_000;

  /** An item at level 51, by four columns a level. */
  private static final Pattern NESTED =
      Pattern.compile("(?: {4}|\t){50}[ \t]*+(?:[-*+]|\\d{1,9}[.)])[ \t]");

  private Manuscript() {}

  /**
   * @throws ProblemsException where nobody would call it a written document
   */
  static List<String> lines(String name, String text) {
    if (text.length() > MAX_CHARACTERS) {
      throw refusal(name, 1, 1, "larger than 3 MiB; split the document");
    }
    if (text.isBlank()) {
      throw refusal(name, 1, 1, "the document is empty; name a Markdown file");
    }
    List<String> lines = split(text);
    if (lines.size() > MAX_LINES) {
      throw refusal(name, MAX_LINES + 1, 1, "more than 20,000 lines; split the document");
    }
    for (int i = 0; i < lines.size(); i++) {
      check(name, i + 1, lines.get(i));
    }
    return lines.stream().map(Mojibake::repair).toList();
  }

  /** As Markdown counts lines: at CR, LF and CR LF, at nothing else. */
  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(text.substring(start, i));
        i += c == '\r' && text.startsWith("\n", i + 1) ? 1 : 0;
        start = i + 1;
      }
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static void check(String name, int line, String text) {
    if (text.length() > MAX_LINE) {
      throw refusal(name, line, 1, "a line longer than 64 KiB; this is no written document");
    }
    if (NESTED.matcher(text).lookingAt()) {
      throw refusal(name, line, 1, "a list nested deeper than 50 levels; flatten it");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\uFFFD' || (c < 0x20 && c != '\t' && c != '\f' && c != 0x1B)) {
        throw refusal(name, line, i + 1, strange(c));
      }
    }
  }

  private static String strange(char c) {
    String found = c == '\uFFFD' ? "bytes that are not UTF-8" : "the control character U+%04X";
    return found.formatted((int) c) + "; save the document as UTF-8 text";
  }

  private static ProblemsException refusal(String name, int line, int column, String message) {
    return new ProblemsException(List.of(new Problem(name, line, column, "", message)));
  }
}
