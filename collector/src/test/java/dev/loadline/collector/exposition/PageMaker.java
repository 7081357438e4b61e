package dev.loadline.collector.exposition;

import java.util.List;
import java.util.Random;

/** Makes up well-formed pages, each from its seed. */
final class PageMaker {
  private static final List<String> NAMES =
      List.of("a", "ab", "a_total", "pool_size", "http_seconds_bucket", "b:c", "x");
  private static final List<String> VALUES =
      List.of("", "GET", "/orders/{id}", "ü€😀", "a\\\"b", "line\\nfeed", "\\\\", "1000.0", "+Inf");
  private static final List<String> NUMBERS =
      List.of("0", "-0", "1", "12.5", "1e9", "NaN", "+Inf", "-Inf", "0.12345678901234567", "1E-7");

  private final Random random;
  private final StringBuilder page = new StringBuilder();

  PageMaker(long seed) {
    random = new Random(seed);
  }

  String page() {
    for (int family = random.nextInt(12); family >= 0; family--) {
      String name = one(NAMES);
      page.append("# HELP ").append(name).append(" ünd\n# TYPE ").append(name).append(" gauge\n");
      for (int i = random.nextInt(6); i >= 0; i--) {
        sample(name);
      }
    }
    return page.toString();
  }

  private void sample(String name) {
    boolean quoted = random.nextInt(5) == 0;
    page.append(quoted ? "{\"" + name + "\"," : name + "{");
    for (int label = random.nextInt(5); label > 0; label--) {
      page.append("label").append(label).append("=\"").append(one(VALUES)).append("\",");
    }
    page.append("} ").append(one(NUMBERS));
    page.append(random.nextInt(4) == 0 ? " " + random.nextInt() : "");
    page.append(random.nextInt(9) == 0 ? "\r\n" : "\n");
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
