package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Woven into methods with two parameters: the first, and in place of the result the second, boxed
 * if need be.
 */
final class PairAdvice {

  private PairAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static long enter(@HookId int hook, @Advice.This Object self) {
    return Handoff.enter(hook, self, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @HookId int hook,
      @Advice.Enter long token,
      @Advice.This Object self,
      @Advice.Argument(0) Object argument,
      @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC) Object second,
      @Advice.Thrown @Nullable Throwable thrown) {
    Handoff.exit(hook, token, self, argument, second, thrown);
  }
}
