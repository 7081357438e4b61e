package dev.loadline.agent.probe;

import dev.loadline.agent.meter.WriterMeter;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * A statement fails because it waited too long for another transaction. One inside another throws
 * the same error a second time, which is not counted.
 */
final class GiveUpHook extends MarkHook {

  private static final int THREADS = 64;
  private static final Getter DATABASE = Getter.ifThere("getDatabase");

  private final Writers databases;
  private final Getter session;
  private final int code;
  private final AtomicIntegerArray counted = new AtomicIntegerArray(THREADS);

  /**
   * @param session the field of the statement that leads to its session
   * @param code of the error that says so
   */
  GiveUpHook(Point point, ProbeState state, Writers databases, String session, int code) {
    super(point, state);
    this.databases = databases;
    this.session = Getter.field(session);
    this.code = code;
  }

  @Override
  void mark(@Nullable Object statement, @Nullable Object thrown, long now) throws Throwable {
    Throwable cause = thrown instanceof Throwable ? ((Throwable) thrown).getCause() : null;
    if (statement != null
        && cause instanceof SQLException
        && ((SQLException) cause).getErrorCode() == code
        && first(cause)) {
      gaveUp(statement, now);
    }
  }

  private boolean first(Throwable cause) {
    int hash = System.identityHashCode(cause);
    return counted.getAndSet(stripe() & THREADS - 1, hash) != hash;
  }

  private void gaveUp(Object statement, long now) throws Throwable {
    Object of = session.get(statement);
    Object database = of == null ? null : DATABASE.get(of);
    WriterMeter meter = database == null ? null : databases.meterOf(database, now);
    if (meter != null) {
      meter.gaveUp(stripe());
    }
  }
}
