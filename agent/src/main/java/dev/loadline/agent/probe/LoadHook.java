package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** What happens inside a lookup only if the value was not there. */
final class LoadHook extends Hook {

  private final Caches caches;
  private final @Nullable String only;

  /**
   * @param only the class of which the object must be, or null
   */
  LoadHook(Point point, ProbeState state, Caches caches, @Nullable String only) {
    super(point, state);
    this.caches = caches;
    this.only = only;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    boolean meant = self != null && (only == null || self.getClass().getName().equals(only));
    return meant ? now : 0L;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    caches.frames.mark(Thread.currentThread().getId());
  }
}
