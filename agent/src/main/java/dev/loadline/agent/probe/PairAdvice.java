package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into methods that bring two things together; hands over both, and not the object. */
final class PairAdvice {

  private PairAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @HookId int hook,
      @Advice.Argument(0) @Nullable Object first,
      @Advice.Argument(1) @Nullable Object second) {
    Handoff.enter(hook, first, second);
  }
}
