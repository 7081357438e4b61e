package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A cache is made under a name, the first argument. */
final class NamingHook extends Hook {

  private final Caches caches;
  private final String only;

  /**
   * @param only the class of which the cache must be
   */
  NamingHook(Point point, ProbeState state, Caches caches, String only) {
    super(point, state);
    this.caches = caches;
    this.only = only;
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
      @Nullable Object result,
      @Nullable Throwable thrown) {
    if (result != null && argument instanceof String && result.getClass().getName().equals(only)) {
      caches.name(result, (String) argument, since);
    }
  }
}
