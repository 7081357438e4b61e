package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** The method in which the thread of an event loop spends its life. */
final class LoopHook extends Hook {

  private final LoopList loops;
  private final String limit;
  private final String waiting;

  LoopHook(Point point, ProbeState state, LoopList loops, String limit, String waiting) {
    super(point, state);
    this.loops = loops;
    this.limit = limit;
    this.waiting = waiting;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (self == null) {
      return 0L;
    }
    loops.begin(new WatchedLoop(state, self, Thread.currentThread(), limit, waiting));
    return now;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    loops.end(Thread.currentThread());
  }
}
