package dev.loadline.advisor.document.markdown;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a document says.
 *
 * @param quantity what it is about, in the words of models: {@code pool.size}
 * @param figure null where the document says it in words only
 * @param words what is said where there is no figure; otherwise empty
 * @param line in the document, from 1
 * @param section the headings above it, outermost first, joined by " / "
 * @param certainty whether the reading can be relied on
 * @param why what makes it a guess; empty where it is certain
 * @param kind how the document comes to it
 * @param formula the sum as it is written, {@code 15 × 10}; null where there is none
 * @param raw the text from which it was read
 */
public record Fact(
    String quantity,
    @Nullable Figure figure,
    String words,
    int line,
    String section,
    Certainty certainty,
    String why,
    Kind kind,
    @Nullable String formula,
    String raw) {

  /** Whether a reading can be relied on. */
  public enum Certainty {
    /** The text says what the figure is of, in which unit, and whether it is or shall be. */
    CERTAIN,
    /** One of these had to be inferred; {@link Fact#why} says which. */
    GUESS
  }

  /** How a document comes to a statement. */
  public enum Kind {
    /** Configured or observed. */
    INPUT,
    /** Calculated in the document. */
    DERIVED,
    /** Said. */
    CLAIM,
    /** Recommended. */
    ADVICE,
    /** Said to be missing. */
    GAP,
    /** A test that was run, and against what. */
    EVIDENCE
  }

  boolean certain() {
    return certainty == Certainty.CERTAIN;
  }

  Fact guessed(String reason) {
    return certain()
        ? new Fact(
            quantity, figure, words, line, section, Certainty.GUESS, reason, kind, formula, raw)
        : this;
  }

  Fact called(String other, String unit) {
    Figure figured = figure == null ? null : figure.in(unit);
    return new Fact(other, figured, words, line, section, certainty, why, kind, formula, raw);
  }

  Fact with(Figure other) {
    return new Fact(quantity, other, words, line, section, certainty, why, kind, formula, raw);
  }

  /** {@code pool.size = 20 connections}. */
  @Override
  public String toString() {
    return quantity + " = " + (figure == null ? words : figure);
  }
}
