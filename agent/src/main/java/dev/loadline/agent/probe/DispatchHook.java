package dev.loadline.agent.probe;

import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A connection is given one command, or a list of them, to be answered on whatever thread. */
final class DispatchHook extends Hook {

  private final Clients clients;
  private final Dispatched commands;

  DispatchHook(Point point, ProbeState state, Clients clients, Dispatched commands) {
    super(point, state);
    this.clients = clients;
    this.commands = commands;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) throws Throwable {
    if (self == null || argument == null) {
      return 0L;
    }
    if (argument instanceof List && argument instanceof RandomAccess) {
      List<?> several = (List<?>) argument;
      for (int i = 0; several.getClass().getClassLoader() == null && i < several.size(); i++) {
        begin(self, several.get(i), now);
      }
    } else {
      begin(self, argument, now);
    }
    return 0L;
  }

  private void begin(Object connection, Object given, long now) throws Throwable {
    Object command = commands.open(given);
    String name = command == null ? null : commands.name(command, null);
    if (command != null && name != null) {
      WatchedClient server = clients.of(commands.host(connection), commands.port(connection), now);
      clients.open().begin(command, name, server, now, stripe());
    }
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {}
}
