package dev.loadline.agent.expose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The little of JSON that the status needs. */
final class Json {

  private Json() {}

  static String object(String... fields) {
    return "{" + String.join(", ", fields) + "}";
  }

  static String field(String name, String value) {
    return text(name) + ": " + value;
  }

  static String array(Collection<String> values) {
    return "[" + String.join(", ", values) + "]";
  }

  static String texts(Collection<String> texts) {
    List<String> all = new ArrayList<>();
    for (String text : texts) {
      all.add(text(text));
    }
    return array(all);
  }

  static String text(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
