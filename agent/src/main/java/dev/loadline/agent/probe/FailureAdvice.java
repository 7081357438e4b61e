package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into methods of which only matters what they throw. */
final class FailureAdvice {

  private FailureAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @HookId int hook, @Subject Object subject, @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown != null) {
      Handoff.mark(hook, subject, thrown, 0L);
    }
  }
}
