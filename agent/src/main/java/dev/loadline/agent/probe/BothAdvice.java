package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Woven into methods whose first two parameters matter and whose result does not: hands over the
 * second argument, if there is one, where others hand over the result.
 */
final class BothAdvice {

  private BothAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static long enter(
      @HookId int hook,
      @Advice.This Object self,
      @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC)
          @Nullable Object first) {
    return Handoff.enter(hook, self, first);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @HookId int hook,
      @Advice.Enter long token,
      @Advice.This Object self,
      @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC)
          @Nullable Object first,
      @Advice.Argument(value = 1, optional = true, typing = Assigner.Typing.DYNAMIC)
          @Nullable Object second,
      @Advice.Thrown @Nullable Throwable thrown) {
    Handoff.exit(hook, token, self, first, second, thrown);
  }
}
