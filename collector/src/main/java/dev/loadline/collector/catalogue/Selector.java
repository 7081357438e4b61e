package dev.loadline.collector.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which points of a metric are meant, by their labels: {@code {state=used}}, {@code
 * {state=active|idle}}, {@code {area!=heap}}, {@code {uri=/actuator*}}, {@code {id=*}} for any.
 */
record Selector(List<Condition> conditions) {
  static final Selector ALL = new Selector(List.of());

  /**
   * @param text without its braces
   */
  static Selector parse(String text) {
    List<Condition> conditions = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      conditions.add(Condition.parse(part.strip()));
    }
    return new Selector(List.copyOf(conditions));
  }

  boolean matches(Map<String, String> labels) {
    for (Condition condition : conditions) {
      if (!condition.matches(labels.get(condition.label))) {
        return false;
      }
    }
    return true;
  }

  int size() {
    return conditions.size();
  }

  private record Condition(String label, boolean not, List<String> values) {

    static Condition parse(String text) {
      int equals = text.indexOf('=');
      boolean not = equals > 0 && text.charAt(equals - 1) == '!';
      String label = Names.folded(text.substring(0, Math.max(0, not ? equals - 1 : equals)));
      if (label.isBlank() || equals == text.length() - 1) {
        throw new IllegalArgumentException("write {label=value}, {label=one|other} or {label!=v}");
      }
      return new Condition(label, not, List.of(text.substring(equals + 1).split("\\|")));
    }

    boolean matches(@org.jspecify.annotations.Nullable String value) {
      return value == null ? not : not != values.stream().anyMatch(each -> is(each, value));
    }

    private static boolean is(String wanted, String value) {
      return wanted.endsWith("*")
          ? value.startsWith(wanted.substring(0, wanted.length() - 1))
          : value.equals(wanted);
    }
  }
}
