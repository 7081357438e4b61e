package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A command ends: answered, or with what its method is given, or cancelled. */
final class EndHook extends Hook {

  private final Clients clients;
  private final Dispatched commands;
  private final String error;

  /**
   * @param error the class of the error that the method means by itself, or empty
   */
  EndHook(Point point, ProbeState state, Clients clients, Dispatched commands, String error) {
    super(point, state);
    this.clients = clients;
    this.commands = commands;
    this.error = error;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) throws Throwable {
    OpenCommands open = clients.open();
    int slot = self == null ? -1 : open.find(self);
    if (self == null || slot < 0) {
      return 0L;
    }
    String name = open.name(slot);
    String how = argument == null ? error : argument.getClass().getName();
    String why = how.isEmpty() ? commands.error(self) : how;
    WatchedClient server = open.end(self, slot, why, now, stripe());
    if (server != null && name != null && why.isEmpty() && Lookups.any(name)) {
      found(server, name, self);
    }
    return 0L;
  }

  private void found(WatchedClient server, String name, Object command) throws Throwable {
    if (commands.legible(command)) {
      Lookups.count(server, commands, name, command, commands.answer(command), stripe());
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
