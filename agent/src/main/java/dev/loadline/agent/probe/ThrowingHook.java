package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/**
 * A hook that always fails, in place of every hook where {@code loadline.fault} is {@code enter} or
 * {@code exit}: the proof that no error of the agent reaches the application.
 */
final class ThrowingHook extends Hook {

  private final boolean late;

  private ThrowingHook(Hook instead, boolean late) {
    super(instead.point, instead.state);
    this.late = late;
  }

  /** The hook itself unless a fault is asked for. */
  static Hook orElse(Hook hook) {
    String fault = System.getProperty("loadline.fault");
    boolean late = "exit".equals(fault);
    if (!late && !"enter".equals(fault)) {
      return hook;
    }
    // Of some moments no end is told.
    return new ThrowingHook(hook, late && !(hook instanceof MarkHook));
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (late) {
      return now;
    }
    throw new StackOverflowError("loadline.fault");
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    throw new OutOfMemoryError("loadline.fault");
  }
}
