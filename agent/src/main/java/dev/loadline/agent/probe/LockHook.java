package dev.loadline.agent.probe;

import dev.loadline.agent.meter.WriterMeter;
import org.jspecify.annotations.Nullable;

/**
 * A transaction waits for another one. The field of the object leads to its session, that to the
 * database, and that has a name.
 */
final class LockHook extends Hook {

  private static final Getter DATABASE = Getter.ifThere("getDatabase");

  private final Writers databases;
  private final Getter session;

  LockHook(Point point, ProbeState state, Writers databases, String session) {
    super(point, state);
    this.databases = databases;
    this.session = Getter.field(session);
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    return now;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown)
      throws Throwable {
    if (self == null) {
      return;
    }
    long now = System.nanoTime();
    Object of = session.get(self);
    Object database = of == null ? null : DATABASE.get(of);
    WriterMeter meter = database == null ? null : databases.meterOf(database, since);
    if (meter != null) {
      meter.waited(now - since, stripe());
    }
  }

  @Override
  void forget(long now) {
    databases.forget();
  }
}
