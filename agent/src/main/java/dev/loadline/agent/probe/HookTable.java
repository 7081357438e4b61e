package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import org.jspecify.annotations.Nullable;

/** Passes the calls of instrumented code to the hooks. No error of a hook gets out of here. */
final class HookTable extends Handoff.Receiver {

  private final Hook[] hooks;
  private final long since;

  /**
   * @param since calls that began before are not ended here
   */
  HookTable(Hook[] hooks, long since) {
    this.hooks = hooks;
    this.since = since;
  }

  @Override
  public long enter(int id, @Nullable Object self, @Nullable Object argument) {
    Hook hook = hooks[id];
    if (!hook.on()) {
      return 0L;
    }
    try {
      return hook.enter(self, argument, hook.timed() ? System.nanoTime() | 1L : since | 1L);
    } catch (Throwable failure) {
      hook.failed();
      return 0L;
    }
  }

  @Override
  public void exit(
      int id,
      long token,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    if (token - since < 0) {
      return;
    }
    Hook hook = hooks[id];
    try {
      hook.exit(token, self, argument, result, thrown);
    } catch (Throwable failure) {
      hook.failed();
    }
  }

  @Override
  public void mark(int id, @Nullable Object subject, @Nullable Object argument, long nanos) {
    Hook hook = hooks[id];
    if (!hook.on()) {
      return;
    }
    try {
      hook.enter(subject, argument, nanos == 0L ? System.nanoTime() : nanos);
    } catch (Throwable failure) {
      hook.failed();
    }
  }
}
