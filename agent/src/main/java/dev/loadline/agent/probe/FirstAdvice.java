package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Woven into methods of any shape: the first argument, boxed, and never the result. */
final class FirstAdvice {

  private FirstAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static long enter(@HookId int hook, @Advice.This Object self) {
    return Handoff.enter(hook, self, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @HookId int hook,
      @Advice.Enter long token,
      @Advice.This Object self,
      @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC)
          @Nullable Object argument,
      @Advice.Thrown @Nullable Throwable thrown) {
    Handoff.exit(hook, token, self, argument, null, thrown);
  }
}
