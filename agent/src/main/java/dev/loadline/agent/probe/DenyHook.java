package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A request ends without what it asked for: refused, cancelled, or out of time. */
final class DenyHook extends Hook {

  private final Watch watch;
  private final boolean timeout;

  /**
   * @param timeout whether the method means that time ran out; otherwise its argument may say so
   */
  DenyHook(Point point, ProbeState state, Watch watch, boolean timeout) {
    super(point, state);
    this.watch = watch;
    this.timeout = timeout;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (self != null) {
      watch.waits().refuse(self, timeout || TimedOut.is(argument), now);
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
