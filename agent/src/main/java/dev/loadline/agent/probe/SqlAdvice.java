package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into statements that keep their text in a field {@code sql}, which is handed over. */
final class SqlAdvice {

  private SqlAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static long enter(@HookId int hook, @Advice.This Object self) {
    return Handoff.enter(hook, self, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @HookId int hook,
      @Advice.Enter long token,
      @Advice.This Object self,
      @Advice.FieldValue("sql") @Nullable String sql,
      @Advice.Thrown @Nullable Throwable thrown) {
    Handoff.exit(hook, token, self, sql, null, thrown);
  }
}
