package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The resource of a point, from its labels: {@code pool/{pool}}. */
record ResourcePattern(String text, List<String> labels) {
  private static final Pattern LABEL = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");

  public static ResourcePattern parse(String text) {
    int slash = text.indexOf('/');
    String kind = slash < 0 ? text : text.substring(0, slash);
    if (slash < 0 || (!kind.contains("{") && ResourceKind.of(kind).isEmpty())) {
      throw new IllegalArgumentException("write kind/name, for example pool/{pool}");
    }
    return new ResourcePattern(
        text, LABEL.matcher(text).results().map(result -> result.group(1)).toList());
  }

  boolean fits(Map<String, String> values) {
    return values.keySet().containsAll(labels);
  }

  /** Empty where the labels name no kind or no name. */
  Optional<Resource> fill(Map<String, String> values) {
    try {
      return Optional.of(
          Resource.parse(LABEL.matcher(text).replaceAll(label -> value(label, values))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String value(MatchResult label, Map<String, String> values) {
    return Matcher.quoteReplacement(values.getOrDefault(label.group(1), ""));
  }
}
