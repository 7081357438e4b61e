package dev.loadline.agent.probe;

import dev.loadline.agent.meter.WriterMeter;
import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A statement, or a method of a connection, that may take or give back the right to write. */
final class WriteHook extends Hook {

  private final Writers writers;

  WriteHook(Point point, ProbeState state, Writers writers) {
    super(point, state);
    this.writers = writers;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    return writers.outermost.enter(Thread.currentThread().getId()) ? now : 0L;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown)
      throws Throwable {
    writers.outermost.exit(Thread.currentThread().getId());
    long now = System.nanoTime();
    if (self instanceof Statement) {
      SqlVerb verb = SqlVerb.of((String) argument);
      if (thrown != null || verb != SqlVerb.OTHER) {
        Connection connection = ((Statement) self).getConnection();
        if (thrown != null) {
          failed(connection, since, now, thrown);
        } else {
          did(verb, connection, since, now);
        }
      }
    } else if (self instanceof Connection && thrown != null) {
      failed((Connection) self, since, now, thrown);
    } else if (self instanceof Connection && ended((Connection) self)) {
      end((Connection) self, now);
    }
  }

  /** One that may have been set to commit by itself has ended its transaction only if it was. */
  private boolean ended(Connection connection) throws Throwable {
    return !point.method().equals("setAutoCommit") || connection.getAutoCommit();
  }

  private void failed(Connection connection, long since, long now, Throwable thrown)
      throws Throwable {
    if (Busy.is(thrown)) {
      WriterMeter meter = writers.meterOf(connection, since);
      if (meter != null) {
        meter.timedOut(now - since, stripe());
      }
    }
  }

  private void did(SqlVerb verb, Connection connection, long since, long now) throws Throwable {
    if (verb == SqlVerb.BEGIN) {
      writers.open.open(connection);
    } else if (verb == SqlVerb.END) {
      end(connection, now);
    } else if (verb == SqlVerb.BEGIN_WRITE
        || writers.open.contains(connection)
        || !connection.getAutoCommit()) {
      writers.open.write(connection, since);
    } else {
      wrote(connection, since, now);
    }
  }

  private void end(Connection connection, long now) throws Throwable {
    long since = writers.open.end(connection);
    if (since != 0) {
      wrote(connection, since, now);
    }
  }

  private void wrote(Connection connection, long since, long now) throws Throwable {
    WriterMeter meter = writers.meterOf(connection, since);
    if (meter != null) {
      meter.wrote(since, now, stripe());
    }
  }

  @Override
  void forget(long now) {
    writers.forget();
  }
}
