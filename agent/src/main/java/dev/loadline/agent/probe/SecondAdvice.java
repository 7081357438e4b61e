package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Woven into methods of any shape: the second argument, if there is one, and the result. */
final class SecondAdvice {

  private SecondAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static long enter(
      @HookId int hook,
      @Advice.This Object self,
      @Advice.Argument(value = 1, optional = true, typing = Assigner.Typing.DYNAMIC)
          @Nullable Object argument) {
    return Handoff.enter(hook, self, argument);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @HookId int hook,
      @Advice.Enter long token,
      @Advice.This Object self,
      @Advice.Argument(value = 1, optional = true, typing = Assigner.Typing.DYNAMIC)
          @Nullable Object argument,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable thrown) {
    Handoff.exit(hook, token, self, argument, result, thrown);
  }
}
