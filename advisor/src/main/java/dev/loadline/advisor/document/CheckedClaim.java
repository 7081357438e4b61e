package dev.loadline.advisor.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A claim with what its document gives for it.
 *
 * @param computed recomputed from the claim's inputs, in its own unit; null where nothing gives it
 * @param explanation one line: {@code pool.size + pool.overflow = 15 connections}
 */
public record CheckedClaim(
    Claim claim, @Nullable Span computed, Verdict verdict, String explanation) {

  /** What a document's own figures say of a claim. */
  public enum Verdict {
    INPUT,
    FOLLOWS,
    CONTRADICTS,
    UNSUPPORTED,
    ADVICE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
