package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into methods whose first parameter matters. */
final class ArgumentAdvice {

  private ArgumentAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static long enter(
      @HookId int hook, @Advice.This Object self, @Advice.Argument(0) Object argument) {
    return Handoff.enter(hook, self, argument);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @HookId int hook,
      @Advice.Enter long token,
      @Advice.This Object self,
      @Advice.Argument(0) Object argument,
      @Advice.Thrown @Nullable Throwable thrown) {
    Handoff.exit(hook, token, self, argument, null, thrown);
  }
}
