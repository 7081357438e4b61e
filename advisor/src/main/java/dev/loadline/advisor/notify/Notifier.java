package dev.loadline.advisor.notify;

/**
 * A channel to people: chat, an alert manager, mail. One file per channel.
 *
 * <p>A notifier tries once and says what became of it; queueing, repeating and waiting are the
 * outbox's. It is called from one thread at a time, may block for as long as its own time limit of
 * some seconds, and answers every expected failure with a {@link Delivery}, not an exception.
 */
public interface Notifier extends AutoCloseable {

  /** The channel's name in configuration, logs and metrics: {@code slack}. */
  String name();

  /** Tries once to hand {@code notice} to the channel. */
  Delivery deliver(Notice notice);

  /**
   * Whether a firing notice must be repeated, every minute, for as long as it holds: true for
   * channels that take silence for the all-clear.
   */
  default boolean forgets() {
    return false;
  }

  @Override
  default void close() {}
}
