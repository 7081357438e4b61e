package dev.loadline.advisor.document.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys under which a line of YAML, or of anything indented like it, stands. */
final class Keys {
  private static final Pattern OPENS =
      Pattern.compile("^(\\s*)(?:- )?['\"]?([A-Za-z][\\w.-]*)['\"]?\\s*:\\s*[{\\[]?\\s*$");
  private static final int MAX_DEPTH = 24;

  private final List<String> names = new ArrayList<>();
  private final List<Integer> indents = new ArrayList<>();

  /** Goes on to a line of code. */
  void enter(String code) {
    if (code.isBlank()) {
      return;
    }
    int indent = code.length() - code.stripLeading().length();
    while (!indents.isEmpty() && indents.get(indents.size() - 1) >= indent) {
      indents.remove(indents.size() - 1);
      names.remove(names.size() - 1);
    }
    Matcher opens = OPENS.matcher(code);
    if (opens.matches() && names.size() < MAX_DEPTH) {
      names.add(opens.group(2));
      indents.add(indent);
    }
  }

  /** {@code services.backend.deploy.replicas}. */
  String path(String key) {
    return names.isEmpty() ? key : String.join(".", names) + "." + key;
  }
}
