package dev.loadline.advisor.notify;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes notices and sees to it that every channel gets each of them at least once.
 *
 * <p>One queue and one thread a channel, so that a slow one holds up none of the others. What is
 * not delivered yet is kept in a file a channel, written before anything is sent, so that a crash
 * repeats a message rather than losing it. A queue holds {@value Channel#MOST} notices; beyond that
 * the oldest is dropped, and the log says so.
 */
public final class Outbox implements AutoCloseable {
  private final List<Channel> channels;

  private Outbox(List<Channel> channels) {
    this.channels = channels;
  }

  /**
   * Opens the outbox and goes on with what was left over.
   *
   * @param directory where the queues are kept
   */
  public static Outbox open(List<Notifier> notifiers, Path directory) {
    return open(notifiers, directory, Duration.ofMinutes(1));
  }

  static Outbox open(List<Notifier> notifiers, Path directory, Duration reminder) {
    Map<String, Integer> ofOneName = new HashMap<>();
    List<Channel> channels = new ArrayList<>();
    for (Notifier notifier : notifiers) {
      int number = ofOneName.merge(notifier.name(), 1, Integer::sum);
      String file = "outbox-" + notifier.name() + (number == 1 ? "" : "-" + number) + ".json";
      channels.add(new Channel(notifier, new QueueFile(directory.resolve(file)), reminder));
    }
    return new Outbox(List.copyOf(channels));
  }

  /** Returns as soon as every queue has it on disk. */
  public void accept(Notice notice) {
    channels.forEach(channel -> channel.accept(notice));
  }

  /** How many notices wait for some channel. */
  public int waiting() {
    return channels.stream().mapToInt(Channel::waiting).sum();
  }

  @Override
  public void close() {
    channels.forEach(Channel::close);
  }
}
