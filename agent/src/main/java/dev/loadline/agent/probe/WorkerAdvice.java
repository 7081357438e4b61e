package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into the worker of a pool of threads: hands over the pool and the worker's first task. */
final class WorkerAdvice {

  private WorkerAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @HookId int hook,
      @Advice.FieldValue("this$0") Object pool,
      @Advice.FieldValue("firstTask") @Nullable Object task) {
    Handoff.enter(hook, pool, task);
  }
}
