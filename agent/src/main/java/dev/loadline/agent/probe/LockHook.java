package dev.loadline.agent.probe;

import dev.loadline.agent.meter.WriterMeter;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A transaction waits for another one, or a statement gives up because it waited too long. The
 * field of the object leads to its session, that to the database, and that has a name.
 */
final class LockHook extends Hook {

  private static final Getter DATABASE = Getter.ifThere("getDatabase");

  private final Writers databases;
  private final Getter session;
  private final int gaveUp;

  /**
   * @param gaveUp the code of the error that says so, or 0 where the method is the wait
   */
  LockHook(Point point, ProbeState state, Writers databases, String session, int gaveUp) {
    super(point, state);
    this.databases = databases;
    this.session = Getter.field(session);
    this.gaveUp = gaveUp;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (gaveUp == 0) {
      return now;
    }
    return databases.outermost.enter(Thread.currentThread().getId()) ? now : 0L;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown)
      throws Throwable {
    if (gaveUp != 0) {
      databases.outermost.exit(Thread.currentThread().getId());
      if (!saysSo(thrown)) {
        return;
      }
    }
    if (self == null) {
      return;
    }
    long now = System.nanoTime();
    Object of = session.get(self);
    Object database = of == null ? null : DATABASE.get(of);
    WriterMeter meter = database == null ? null : databases.meterOf(database, since);
    if (meter == null) {
      return;
    }
    if (gaveUp == 0) {
      meter.waited(now - since, stripe());
    } else {
      meter.gaveUp(stripe());
    }
  }

  @Override
  void forget(long now) {
    databases.forget();
  }

  private boolean saysSo(@Nullable Throwable thrown) {
    Throwable cause = thrown == null ? null : thrown.getCause();
    return cause instanceof SQLException && ((SQLException) cause).getErrorCode() == gaveUp;
  }
}
