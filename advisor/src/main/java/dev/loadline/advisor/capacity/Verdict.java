package dev.loadline.advisor.capacity;

import java.util.Locale;

/** What an {@link Estimate} claims to know. */
public enum Verdict {
  /** The value, within an interval. */
  POINT,
  /** At least this much; how much more is not seen. */
  LOWER_BOUND,
  /** At most this much; how much less is not seen. */
  UPPER_BOUND,
  /** Nothing; the explanation says what is missing. */
  UNKNOWN;

  /** The word in JSON and on the page: {@code lower_bound}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return label();
  }
}
