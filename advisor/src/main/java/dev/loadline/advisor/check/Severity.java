package dev.loadline.advisor.check;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
  /** The document is wrong, or what it recommends does not work. */
  ERROR,
  /** It leaves out something that changes the answer. */
  WARNING,
  /** Worth knowing. */
  NOTE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
