package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** What happens inside a lookup without saying whether the value was there, as a refresh. */
final class AsideHook extends Hook {

  private final Caches caches;

  AsideHook(Point point, ProbeState state, Caches caches) {
    super(point, state);
    this.caches = caches;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    return ComputeHook.token(caches.frames.inside(Thread.currentThread().getId()), now);
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    caches.frames.exit(Thread.currentThread().getId(), ComputeHook.entered(since));
  }
}
