package dev.loadline.collector.signal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One measure of a {@link Resource}. Counters and histograms are cumulative since the measured
 * process started; times are seconds.
 *
 * <p>Two readings of {@link #IN_USE_SECONDS} and {@link #IN_USE_SQUARED_SECONDS} give the exact
 * mean and variance of what was in use between them, however rare the readings: 396.0 and 402.0
 * connection-seconds read 10 s apart are a mean of 0.6 connections.
 */
public enum Signal {
  /** How many can be in use at once. */
  LIMIT(Type.GAUGE),
  /** How many are in use now. */
  IN_USE(Type.GAUGE),
  /** Integral of the number in use over time. */
  IN_USE_SECONDS(Type.COUNTER),
  /** Integral over time of the square of the number in use. */
  IN_USE_SQUARED_SECONDS(Type.COUNTER),
  /** The most in use at once since the last reading. */
  IN_USE_PEAK(Type.GAUGE),
  /** How many callers wait now. */
  WAITING(Type.GAUGE),
  /** How often one was taken; for {@code requests} the requests that were answered. */
  ACQUIRED(Type.COUNTER),
  /** Seconds from asking to having. */
  WAIT(Type.HISTOGRAM),
  /** Seconds from having to giving back; for {@code requests} the response time. */
  HOLD(Type.HISTOGRAM),
  /** Of the held seconds, those in which the held thing really worked. */
  BUSY_SECONDS(Type.COUNTER),
  /** How often a caller gave up waiting. */
  TIMEOUTS(Type.COUNTER),
  /** How often a caller was turned away at once. */
  REJECTED(Type.COUNTER),
  HITS(Type.COUNTER),
  MISSES(Type.COUNTER),
  BYTES(Type.GAUGE),
  /** Share of the limit in use, 0 to 1, where a source publishes nothing better. */
  UTILISATION(Type.GAUGE);

  /** How the values of a signal behave over time. */
  public enum Type {
    GAUGE,
    COUNTER,
    HISTOGRAM
  }

  private final Type type;

  Signal(Type type) {
    this.type = type;
  }

  public Type type() {
    return type;
  }

  /** The word for this signal in YAML, JSON, metrics and on the page: {@code in_use_seconds}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The signal that {@code label} names, if any. */
  public static Optional<Signal> of(String label) {
    return Arrays.stream(values()).filter(signal -> signal.label().equals(label)).findFirst();
  }
}
