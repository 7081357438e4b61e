package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Frames;
import dev.loadline.agent.meter.TallyMeter;
import org.jspecify.annotations.Nullable;

/** A cache is asked for a value that it loads if it has it not; a load makes it a miss. */
final class ComputeHook extends Hook {

  private static final long ENTERED = 7L;

  private final Caches caches;

  ComputeHook(Point point, ProbeState state, Caches caches) {
    super(point, state);
    this.caches = caches;
  }

  /** The lowest bits of the time tell {@link #exit} how the frame was entered. */
  static long token(int entered, long now) {
    return entered == Frames.NONE ? 0L : (now | ENTERED) + 1 + entered;
  }

  static int entered(long token) {
    return (int) (token & ENTERED);
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    return token(caches.frames.enter(Thread.currentThread().getId()), now);
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    boolean loaded = caches.frames.exit(Thread.currentThread().getId(), entered(since));
    if (self == null || argument == null) {
      return;
    }
    TallyMeter meter = caches.meterOf(self, since);
    if (loaded || result == null) {
      meter.no(1, stripe());
    } else {
      meter.yes(1, stripe());
    }
  }
}
