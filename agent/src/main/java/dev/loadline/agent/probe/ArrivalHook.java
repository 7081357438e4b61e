package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A request arrives, or takes another turn on a thread; it may be answered by the end of it. */
final class ArrivalHook extends Hook {

  private final OpenRequests open;

  ArrivalHook(Point point, ProbeState state, OpenRequests open) {
    super(point, state);
    this.open = open;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) throws Throwable {
    Object request = self == null ? null : open.reader().of(self, argument);
    return request != null && open.arrived(request, now, stripe()) ? now : 0L;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown)
      throws Throwable {
    try {
      Object request = self == null ? null : open.reader().of(self, argument);
      if (request != null && !open.reader().goesOn(request)) {
        open.answered(request, stripe());
      }
    } finally {
      open.left();
    }
  }

  @Override
  void forget(long now) {
    open.forget(now);
  }
}
