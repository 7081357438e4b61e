package dev.loadline.advisor.ledger;

import java.util.Locale;

/** Whether a server accepts all that may be opened. */
public enum Verdict {
  FITS,
  EXCEEDED,
  UNKNOWN;

  /** {@code fits}, {@code exceeded} or {@code unknown}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
