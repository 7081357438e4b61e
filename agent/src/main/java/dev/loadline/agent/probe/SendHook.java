package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Outermost;
import org.jspecify.annotations.Nullable;

/**
 * A connection sends a command, to be answered after those sent before; of nested calls the
 * outermost counts, so that what is sent to open a connection on the way does not.
 */
final class SendHook extends Hook {

  private final Clients clients;
  private final Commands commands;
  private final Outermost outermost = new Outermost();

  SendHook(Point point, ProbeState state, Clients clients, Commands commands) {
    super(point, state);
    this.clients = clients;
    this.commands = commands;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    return outermost.enter(Thread.currentThread().getId()) ? now : 0L;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object command,
      @Nullable Object arguments,
      @Nullable Throwable thrown)
      throws Throwable {
    outermost.exit(Thread.currentThread().getId());
    String name = self == null || command == null ? null : commands.name(command, arguments);
    if (self == null || command == null || name == null) {
      return;
    }
    WatchedClient server = clients.of(commands.host(self), commands.port(self), since);
    if (thrown == null) {
      Object note = Lookups.any(name) ? (arguments == null ? command : arguments) : null;
      clients.conversations().ask(self, server.meter(), name, note, since, stripe());
    } else {
      server.meter().begin(since, stripe());
      String error = thrown.getClass().getName();
      server.meter().end(since, System.nanoTime(), name, error, 1, stripe());
    }
  }

  @Override
  void forget(long now) {
    outermost.clear();
  }
}
