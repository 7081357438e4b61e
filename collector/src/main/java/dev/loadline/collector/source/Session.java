package dev.loadline.collector.source;

/**
 * A source that is being read, by one thread at a time. Calls block, each within a time of its own.
 */
public interface Session extends AutoCloseable {

  Origin origin();

  /**
   * Connects where it is not connected, and reads once.
   *
   * @throws SourceException where nothing, or not all, could be read
   */
  Reading read() throws SourceException;

  /** Hangs up; the next reading connects anew. */
  @Override
  void close();
}
