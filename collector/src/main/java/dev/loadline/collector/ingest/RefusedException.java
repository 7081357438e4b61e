package dev.loadline.collector.ingest;

/** Why a request is refused as a whole, with the HTTP status that says so. */
final class RefusedException extends Exception {
  private final int status;
  private final String reason;

  /**
   * @param reason one word for counters
   */
  RefusedException(int status, String reason, String message) {
    super(message);
    this.status = status;
    this.reason = reason;
  }

  int status() {
    return status;
  }

  String reason() {
    return reason;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
