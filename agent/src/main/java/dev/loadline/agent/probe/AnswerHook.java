package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** The server is done with a request; the object that the method is called on stands for it. */
final class AnswerHook extends Hook {

  private final OpenRequests open;

  AnswerHook(Point point, ProbeState state, OpenRequests open) {
    super(point, state);
    this.open = open;
  }

  /** Before the method, for it may wipe what is read here. */
  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) throws Throwable {
    if (self != null) {
      open.answered(self, stripe());
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
