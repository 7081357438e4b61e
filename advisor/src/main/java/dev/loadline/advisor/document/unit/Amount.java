package dev.loadline.advisor.document.unit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a document states it: a value or a range, and where there is a range, the value with
 * which the document goes on to calculate. {@code 100 (50-200) ms} is stated as 50 to 200 ms and
 * calculated with as 100 ms.
 *
 * @param stated what is said, in the unit
 * @param used the value out of a range with which sums are made; null where nobody chose one
 */
public record Amount(Span stated, @Nullable Double used, Unit unit) {
  private static final String NUMBER = "(\\d{1,15}(?:\\.\\d{1,9})?)";
  private static final String RANGE = NUMBER + "\\s*-\\s*" + NUMBER;
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<bound>[<>]=)\\s*)?(?:(?<used>"
              + NUMBER
              + ")\\s*\\(\\s*"
              + RANGE
              + "\\s*\\)|"
              + RANGE
              + "|"
              + NUMBER
              + ")\\s*(?<unit>[^\\d\\s].*)?");

  public Amount {
    if (used != null && (used < stated.low() || used > stated.high())) {
      throw new IllegalArgumentException("%s lies outside %s".formatted(Span.text(used), stated));
    }
  }

  public static Amount of(double figure, Unit unit) {
    return new Amount(new Span(figure, figure), null, unit);
  }

  /**
   * Reads {@code 150 requests/second}, {@code 50-200 ms}, {@code 3 (2-5) requests/minute}, {@code
   * >= 10000 users}, {@code 60/min}.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Amount parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "write a figure and its unit, as 150 requests/second, 50-200 ms, 100 (50-200) ms or >="
              + " 10000 users");
    }
    String unit = form.group("unit");
    Unit in = unit == null ? Unit.NONE : Unit.parse(unit);
    if (form.group("used") != null) {
      return new Amount(span(form, 4), Double.valueOf(form.group("used")), in);
    }
    if (form.group(6) != null) {
      return new Amount(span(form, 6), null, in);
    }
    double figure = Double.parseDouble(form.group(8));
    return new Amount(bounded(figure, form.group("bound")), null, in);
  }

  private static Span span(Matcher form, int group) {
    double low = Double.parseDouble(form.group(group));
    double high = Double.parseDouble(form.group(group + 1));
    if (low > high) {
      throw new IllegalArgumentException(
          "the range runs from high to low; write %s-%s"
              .formatted(form.group(group + 1), form.group(group)));
    }
    return new Span(low, high);
  }

  private static Span bounded(double figure, @Nullable String bound) {
    if (bound == null) {
      return new Span(figure, figure);
    }
    return bound.startsWith(">")
        ? new Span(figure, Double.POSITIVE_INFINITY)
        : new Span(Double.NEGATIVE_INFINITY, figure);
  }

  /** What is stated, in base units: 50-200 ms are 0.05 to 0.2. */
  public Span base() {
    return stated.times(unit.inBaseUnits());
  }

  /** What sums are made with, in base units; the whole range where nobody chose a value. */
  public Span usedBase() {
    return used == null ? base() : new Span(used * unit.inBaseUnits(), used * unit.inBaseUnits());
  }

  /** As it is written in a model: {@code 100 (50-200) ms}. */
  public String written() {
    String figure = used == null ? stated.toString() : "%s (%s)".formatted(Span.text(used), stated);
    return (figure + " " + unit).strip();
  }

  /** {@code 150 requests/second}, {@code 50-200 ms}, {@code at least 10000 users}. */
  @Override
  public String toString() {
    return unit.label().isEmpty() ? stated.toString() : stated + " " + unit;
  }
}
