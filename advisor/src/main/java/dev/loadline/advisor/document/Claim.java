package dev.loadline.advisor.document;

import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Span;
import dev.loadline.advisor.document.unit.Unit;
import dev.loadline.collector.yaml.Default;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a document.
 *
 * @param id stable, {@code 000-08}: the document and a number
 * @param kind how the document comes to it
 * @param quantity what it is about: {@code pool.throughput_ideal}
 * @param stated the figure; null where it is words, or where {@code of} is what is stated
 * @param of the path of the figure in this model: {@code users.profiles.average.rate}; an input is
 *     read there, so that it is written once
 * @param formula the sum that gives it, over paths and other claims' quantities; null where there
 *     is none
 * @param order resources from the first that runs out, where that is what is stated
 * @param lacks why nothing in the document gives it; beside a formula, what that leaves out, since
 *     only a part of what is said can be computed
 * @param measures the live figure that speaks to it; null where none does
 * @param at where it is written: {@code docs/capacity.md:31}
 * @param says what the document says, in our words
 */
public record Claim(
    String id,
    Kind kind,
    String quantity,
    @Nullable Amount stated,
    @Nullable String of,
    @Nullable String formula,
    @Default("[]") List<String> order,
    @Nullable String lacks,
    @Nullable Measure measures,
    @Nullable String at,
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
    ADVICE,
    /** Said to be missing. */
    GAP,
    /** To be watched. */
    SIGNAL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
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
    order = List.copyOf(order);
    if (formula != null) {
      Formula.parse(formula);
    }
    if (kind == Kind.INPUT && stated == null && of == null) {
      throw new IllegalArgumentException(
          id + " is an input and says neither what is stated nor of what path it is");
    }
  }

  /** The same claim with a figure, where there is one. */
  Claim stating(@Nullable Amount figure) {
    return figure == null
        ? this
        : new Claim(id, kind, quantity, figure, of, formula, order, lacks, measures, at, says);
  }

  /** What is stated, in the document's unit; null where it is words or read elsewhere. */
  public @Nullable Span span() {
    return stated == null ? null : stated.stated();
  }

  public @Nullable Unit unit() {
    return stated == null ? null : stated.unit();
  }

  /** {@code 150 requests/second}, {@code at least 10000 users}; else what it says. */
  public String text() {
    return stated == null ? says : stated.toString();
  }
}
