package dev.loadline.advisor.check;

import dev.loadline.advisor.document.Claim;
import dev.loadline.advisor.document.unit.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A claim with what its document gives for it.
 *
 * @param computed recomputed with the figures that the document calculates with, in the claim's own
 *     unit; null where nothing gives it
 * @param full the same over the whole of all ranges that go into it
 * @param explanation the sum in one line: {@code 5 connections + 10 connections = 15 connections}
 * @param where {@code docs/capacity.md:31}, or the line of the model
 */
public record CheckedClaim(
    Claim claim,
    @Nullable Span computed,
    @Nullable Span full,
    Verdict verdict,
    String explanation,
    String where) {

  /** What a document's own figures say of a claim. */
  public enum Verdict {
    /** Given. */
    INPUT,
    /** Recomputed, and it agrees. */
    FOLLOWS,
    /** Recomputed, and it differs. */
    CONTRADICTS,
    /** Nothing in the document gives it. */
    UNSUPPORTED,
    ADVICE,
    /** Said to be missing. */
    GAP,
    /** To be watched. */
    TRACKED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
