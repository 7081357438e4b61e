package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A request is told the pattern that it matches, once or again. */
final class RoutedHook extends Hook {

  private final OpenRequests open;

  RoutedHook(Point point, ProbeState state, OpenRequests open) {
    super(point, state);
    this.open = open;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (self != null && argument instanceof String) {
      open.routed(self, (String) argument);
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
