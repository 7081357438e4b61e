package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Woven into methods of which two arguments matter and the object does not, as static ones. */
final class ArgumentsAdvice {

  private ArgumentsAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static long enter(
      @HookId int hook,
      @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC)
          @Nullable Object self,
      @Advice.Argument(value = 1, optional = true, typing = Assigner.Typing.DYNAMIC)
          @Nullable Object argument) {
    return Handoff.enter(hook, self, argument);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @HookId int hook,
      @Advice.Enter long token,
      @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC)
          @Nullable Object self,
      @Advice.Argument(value = 1, optional = true, typing = Assigner.Typing.DYNAMIC)
          @Nullable Object argument,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable thrown) {
    Handoff.exit(hook, token, self, argument, result, thrown);
  }
}
