package dev.loadline.collector.exposition;

/**
 * Why an exposition was refused, and where: line from 1 or 0 where there are none, offset from 0.
 */
public final class MalformedException extends Exception {

  /** What sort of refusal it is, for counters. */
  public enum Reason {
    MALFORMED,
    TRUNCATED,
    SAMPLE_LIMIT,
    LABEL_LIMIT,
    LENGTH_LIMIT
  }

  private final Reason reason;
  private final int line;
  private final int offset;

  MalformedException(Reason reason, int line, int offset, String message) {
    super((line > 0 ? "line " + line + ", " : "") + "byte " + offset + ": " + message);
    this.reason = reason;
    this.line = line;
    this.offset = offset;
  }

  public Reason reason() {
    return reason;
  }

  public int line() {
    return line;
  }

  public int offset() {
    return offset;
  }
}
