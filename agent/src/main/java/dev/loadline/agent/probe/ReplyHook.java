package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A request is answered, with a status that the call itself brings. */
final class ReplyHook extends Hook {

  private final OpenRequests open;
  private final @Nullable Reply reply;

  ReplyHook(Point point, ProbeState state, OpenRequests open, @Nullable Reply reply) {
    super(point, state);
    this.open = open;
    this.reply = reply;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) throws Throwable {
    if (self != null) {
      open.answered(self, reply, argument, stripe());
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
