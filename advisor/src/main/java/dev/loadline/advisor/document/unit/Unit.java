package dev.loadline.advisor.document.unit;

import dev.loadline.collector.yaml.Nearest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit in which documents state figures.
 *
 * @param label as written: {@code requests/15 minutes}
 * @param inBaseUnits one of it in seconds, bytes, dollars and plain numbers: a millisecond is
 *     0.001, a request each 15 minutes 1/900
 */
public record Unit(String label, double inBaseUnits, Dimension dimension) {
  public static final Unit NONE = new Unit("", 1, Dimension.NONE);

  private static final Pattern RATIO =
      Pattern.compile("([^/]*)/\\s*(\\d+(?:\\.\\d+)?)?\\s*([^/\\d]+)");
  private static final Pattern COUNTED = Pattern.compile("\\{[a-z][a-z ]*}");

  /**
   * Reads {@code ms}, {@code requests/15 minutes}, {@code kB/s}, {@code Mbit/s}, {@code percent},
   * {@code connections}. Things that are not known to be counted stand in braces, as in UCUM:
   * {@code {orders}/minute}.
   *
   * @throws IllegalArgumentException with the nearest unit that there is
   */
  public static Unit parse(String text) {
    String label = text.strip();
    Matcher ratio = RATIO.matcher(label);
    if (ratio.matches()) {
      Unit over = term(ratio.group(1));
      Unit under = term(ratio.group(3));
      double times = ratio.group(2) == null ? 1 : Double.parseDouble(ratio.group(2));
      if (times == 0) {
        throw new IllegalArgumentException("'" + label + "' divides by zero");
      }
      return new Unit(
          label,
          over.inBaseUnits / (times * under.inBaseUnits),
          over.dimension.per(under.dimension));
    }
    Unit one = term(label);
    return new Unit(label, one.inBaseUnits, one.dimension);
  }

  /** The unit that a word is, if it is one. */
  public static Optional<Unit> known(String word) {
    return Optional.ofNullable(Terms.KNOWN.get(word));
  }

  private static Unit term(String text) {
    String word = text.strip();
    Unit known = Terms.KNOWN.get(word);
    if (known == null) {
      known = Terms.KNOWN.get(word.toLowerCase(Locale.ROOT));
    }
    if (known != null) {
      return known;
    }
    if (COUNTED.matcher(word).matches()) {
      return NONE;
    }
    throw new IllegalArgumentException(
        "no unit '%s'%s; things that are counted may stand in braces, as {orders}/minute"
            .formatted(
                word,
                Nearest.to(word, Terms.KNOWN.keySet())
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("")));
  }

  @Override
  public String toString() {
    return label;
  }
}
