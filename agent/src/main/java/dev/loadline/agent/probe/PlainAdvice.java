package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into methods of which only the object matters. */
final class PlainAdvice {

  private PlainAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static long enter(@HookId int hook, @Subject Object self) {
    return Handoff.enter(hook, self, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @HookId int hook,
      @Advice.Enter long token,
      @Subject Object self,
      @Advice.Thrown @Nullable Throwable thrown) {
    Handoff.exit(hook, token, self, null, null, thrown);
  }
}
