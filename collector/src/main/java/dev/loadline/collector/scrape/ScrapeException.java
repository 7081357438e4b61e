package dev.loadline.collector.scrape;

import java.util.Locale;

/** Why a scrape gave nothing. */
public final class ScrapeException extends Exception {

  /** What sort of failure it is, for counters. */
  public enum Reason {
    REFUSED,
    CONNECT,
    PROTOCOL,
    TIMEOUT,
    STATUS,
    ENCODING,
    BODY_LIMIT,
    RATIO_LIMIT,
    TRUNCATED,
    MALFORMED,
    SAMPLE_LIMIT,
    LABEL_LIMIT,
    LENGTH_LIMIT,
    STORE;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Reason reason;

  public ScrapeException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public ScrapeException(Reason reason, Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
