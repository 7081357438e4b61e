package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into methods whose result matters. */
final class ResultAdvice {

  private ResultAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static long enter(@HookId int hook, @Advice.This Object self) {
    return Handoff.enter(hook, self, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @HookId int hook,
      @Advice.Enter long token,
      @Advice.This Object self,
      @Advice.Return @Nullable Object result,
      @Advice.Thrown @Nullable Throwable thrown) {
    Handoff.exit(hook, token, self, null, result, thrown);
  }
}
