package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** What happens at one moment, of which no end is to be told. */
abstract class MarkHook extends Hook {

  MarkHook(Point point, ProbeState state) {
    super(point, state);
  }

  abstract void mark(@Nullable Object subject, @Nullable Object argument, long now)
      throws Throwable;

  @Override
  final long enter(@Nullable Object self, @Nullable Object argument, long now) throws Throwable {
    mark(self, argument, now);
    return 0L;
  }

  @Override
  final void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {}
}
