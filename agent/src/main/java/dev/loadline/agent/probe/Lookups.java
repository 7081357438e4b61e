package dev.loadline.agent.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which commands look something up, and whether their answer says that it was there. */
final class Lookups {

  /** What a server answers to a command of a transaction that is not executed yet. */
  private static final byte[] QUEUED = {'Q', 'U', 'E', 'U', 'E', 'D'};

  private Lookups() {}

  static boolean one(String name) {
    return name.equals("GET") || name.equals("HGET");
  }

  static boolean many(String name) {
    return name.equals("MGET");
  }

  static boolean any(String name) {
    return one(name) || many(name);
  }

  /** Counts what was found and what was not. */
  static void count(
      WatchedClient server,
      Commands commands,
      String name,
      Object command,
      @Nullable Object answer,
      int stripe)
      throws Throwable {
    boolean keys = server.prefixes() > 0;
    if (queued(answer)) {
      return;
    }
    if (one(name)) {
      server.found(answer != null, keys ? commands.key(command, 0) : null, stripe);
    } else if (answer instanceof List) {
      List<?> values = (List<?>) answer;
      for (int i = 0; i < values.size(); i++) {
        boolean there = commands.there(values.get(i));
        server.found(there, keys ? commands.key(command, i) : null, stripe);
      }
    }
  }

  private static boolean queued(@Nullable Object answer) {
    if (!(answer instanceof byte[]) || ((byte[]) answer).length != QUEUED.length) {
      return false;
    }
    for (int i = 0; i < QUEUED.length; i++) {
      if (((byte[]) answer)[i] != QUEUED[i]) {
        return false;
      }
    }
    return true;
  }
}
