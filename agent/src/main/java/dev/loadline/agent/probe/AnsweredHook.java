package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Conversations;
import dev.loadline.agent.meter.RequestMeter;
import org.jspecify.annotations.Nullable;

/** A connection has read an answer, or what it threw instead: that of the oldest command. */
final class AnsweredHook extends Hook {

  private final Clients clients;
  private final Commands commands;

  AnsweredHook(Point point, ProbeState state, Clients clients, Commands commands) {
    super(point, state);
    this.clients = clients;
    this.commands = commands;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    return now;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object answer,
      @Nullable Throwable thrown)
      throws Throwable {
    Conversations open = clients.conversations();
    int question = self == null ? Conversations.NONE : open.answered(self);
    if (self == null || question < 0) {
      return;
    }
    RequestMeter meter = open.meter(question);
    String name = open.name(question);
    Object note = open.note(question);
    long from = open.since(question);
    open.done(question);
    if (meter == null || name == null) {
      return;
    }
    String error = thrown == null ? "" : thrown.getClass().getName();
    meter.end(from, System.nanoTime(), name, error, thrown == null ? 0 : 1, stripe());
    if (note != null && thrown == null) {
      WatchedClient server = clients.of(commands.host(self), commands.port(self), from);
      Lookups.count(server, commands, name, note, answer, stripe());
    }
  }
}
