package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A connection is closed: what is open on it will not be answered. */
final class HangUpHook extends Hook {

  private final Clients clients;

  HangUpHook(Point point, ProbeState state, Clients clients) {
    super(point, state);
    this.clients = clients;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (self != null) {
      clients.conversations().hangUp(self, now, stripe());
    }
    return 0L;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {}
}
