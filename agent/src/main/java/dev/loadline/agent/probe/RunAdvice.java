package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into a task inside a pool of threads: hands over the pool and what was submitted. */
final class RunAdvice {

  private RunAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static long enter(
      @HookId int hook,
      @Advice.FieldValue("this$0") Object pool,
      @Advice.FieldValue("delegate") @Nullable Object task) {
    return Handoff.enter(hook, pool, task);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @HookId int hook,
      @Advice.Enter long token,
      @Advice.FieldValue("this$0") Object pool,
      @Advice.Thrown @Nullable Throwable thrown) {
    Handoff.exit(hook, token, pool, null, null, thrown);
  }
}
