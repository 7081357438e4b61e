package dev.loadline.collector.source;

import java.time.Duration;
import java.util.Locale;

/** Why a source could not be read. */
public final class SourceException extends Exception {

  /** What sort of failure it is, for counters. */
  public enum Reason {
    CONNECT,
    TIMEOUT,
    /** The server turns this user away. */
    DENIED,
    /** The server has no room for one more. */
    FULL,
    /** The server is there and not ready. */
    NOT_READY,
    /** The server answers what this program cannot read. */
    UNEXPECTED;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Never asked again sooner by a server that has no room or knows no such user. */
  static final Duration RELUCTANT = Duration.ofSeconds(30);

  private final Reason reason;
  private final transient Reading known;

  SourceException(Reason reason, String message) {
    this(reason, message, Reading.NOTHING);
  }

  /**
   * @param known what the failure itself tells
   */
  SourceException(Reason reason, String message, Reading known) {
    super(message);
    this.reason = reason;
    this.known = known;
  }

  public Reason reason() {
    return reason;
  }

  Reading known() {
    return known;
  }

  /** How long to leave the server alone, at least. */
  Duration patience() {
    return reason == Reason.FULL || reason == Reason.DENIED ? RELUCTANT : Duration.ZERO;
  }
}
