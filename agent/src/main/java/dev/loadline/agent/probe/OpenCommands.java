package dev.loadline.agent.probe;

import dev.loadline.agent.meter.InFlight;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The commands of a library that are not answered yet, by identity, and where they went. */
final class OpenCommands {

  private static final int MOST = 1 << 14;

  private final InFlight open = new InFlight(MOST);
  private final @Nullable WatchedClient[] servers = new @Nullable WatchedClient[MOST];
  private final AtomicLong untracked = new AtomicLong();

  /** One that is known already is sent again and stays where it was. */
  void begin(Object command, String name, WatchedClient server, long now, int stripe) {
    if (open.find(command) >= 0) {
      return;
    }
    int slot = open.begin(command, now) ? open.find(command) : -1;
    if (slot < 0) {
      untracked.incrementAndGet();
      return;
    }
    servers[slot] = server;
    open.note(slot, name);
    server.meter().begin(now, stripe);
  }

  /** The place of a command, or -1 if it is not known. */
  int find(Object command) {
    return open.find(command);
  }

  /**
   * A command ends; null if it is not known or another thread was first.
   *
   * @param error the class of the error, or empty
   */
  @Nullable WatchedClient end(Object command, int slot, String error, long now, int stripe) {
    long since = open.since(slot);
    String name = open.note(slot);
    WatchedClient server = servers[slot];
    if (name == null || server == null || !open.end(slot, command)) {
      return null;
    }
    server.meter().end(since, now, name, error, error.isEmpty() ? 0 : 1, stripe);
    return server;
  }

  @Nullable String name(int slot) {
    return open.note(slot);
  }

  /** Lets go of commands that are open for so long, in nanoseconds. */
  void forget(long now, long age) {
    for (int slot = 0; slot < MOST; slot++) {
      Object command = open.at(slot);
      WatchedClient server = servers[slot];
      if (command != null
          && server != null
          && now - open.since(slot) >= age
          && open.end(slot, command)) {
        server.meter().abandon(now, 0);
      }
    }
  }

  long untracked() {
    return untracked.get();
  }
}
