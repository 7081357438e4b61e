package dev.loadline.advisor.capacity;

import java.util.Locale;

/** How a service stands, in one word. */
public enum Status {
  /** At least a fifth of the safe capacity is free. */
  OK,
  /** Less than a fifth of the safe capacity is free: headroom below 0.2. */
  TIGHT,
  /** A resource is full or demand has reached what is safe. */
  SATURATED,
  /** Callers wait for a resource although the processor is idle. */
  BLOCKED,
  /** The evidence does not suffice; the reason says what is missing. */
  UNKNOWN;

  /** The word in JSON, metrics, messages and on the page: {@code tight}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return label();
  }
}
