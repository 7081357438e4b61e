package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into methods of which only matters that they are entered. */
final class EntryAdvice {

  private EntryAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @HookId int hook, @Subject Object subject, @Owner @Nullable Object owner, @AtTime long time) {
    Handoff.mark(hook, subject, owner, time);
  }
}
