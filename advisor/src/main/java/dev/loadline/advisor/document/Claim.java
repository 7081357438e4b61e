package dev.loadline.advisor.document;

import org.jspecify.annotations.Nullable;

/**
 * One statement of a document.
 *
 * @param id stable, {@code 000-08}: the document and a number
 * @param kind how the document comes to it
 * @param quantity what it is about: {@code pool.throughput_ideal}
 * @param stated the figure; null where it is a range or words
 * @param low lower end of a stated range
 * @param high upper end of a stated range; null with {@code low} means at least
 * @param uses the figure out of the range with which the document goes on to calculate
 * @param unit the document's own
 * @param formula the sum that gives it, over other claims' quantities; null where there is none
 * @param measures the live figure that speaks to it; null where none does
 * @param says what the document says, in our words
 */
public record Claim(
    String id,
    Kind kind,
    String quantity,
    @Nullable Double stated,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double uses,
    @Nullable Unit unit,
    @Nullable String formula,
    @Nullable Measure measures,
    String says) {

  /** How a document comes to a statement. */
  public enum Kind {
    /** Given: configured or observed. */
    INPUT,
    /** Calculated in the document from other statements. */
    DERIVED,
    /** Said. */
    CLAIM,
    /** Recommended. */
    ADVICE
  }

  /** The live figures that claims can be held against. */
  public enum Measure {
    /** The configured limit of the pool: compared exactly. */
    LIMIT,
    /** The time for which a request holds a connection. */
    HOLD,
    /** The request rate at which the pool is full. */
    CAPACITY
  }

  public Claim {
    if (stated != null && (low != null || high != null)) {
      throw new IllegalArgumentException(id + " states either a figure or a range, not both");
    }
    if (high != null && (low == null || low > high)) {
      throw new IllegalArgumentException(id + " has no range from low to high");
    }
    if ((stated != null || low != null) && unit == null) {
      throw new IllegalArgumentException(id + " states a figure without a unit");
    }
    if (formula != null) {
      Formula.parse(formula);
    }
  }

  /** What is stated, in the document's unit; null where the claim is words. */
  public @Nullable Span span() {
    if (stated != null) {
      return new Span(stated, stated);
    }
    return low == null ? null : new Span(low, high == null ? Double.MAX_VALUE : high);
  }

  /** What the document's own sums use, in base units; null where the claim is words. */
  @Nullable Span used() {
    Span span = uses == null ? span() : new Span(uses, uses);
    return span == null || unit == null ? null : span.times(unit.inBaseUnits());
  }

  /** {@code 150 requests/second}, {@code 50-200 milliseconds}, {@code at least 10000 users}. */
  public String text() {
    Span span = span();
    if (span == null || unit == null) {
      return says;
    }
    return span.high() == Double.MAX_VALUE
        ? "at least %s %s".formatted(Span.text(span.low()), unit)
        : "%s %s".formatted(span, unit);
  }
}
