package dev.loadline.agent.probe;

import dev.loadline.agent.meter.PoolMeter;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The server works for a held connection. */
final class BusyHook extends Hook {

  private final Watch watch;
  private final Traits traits;

  BusyHook(Point point, ProbeState state, Watch watch, Traits traits) {
    super(point, state);
    this.watch = watch;
    this.traits = traits;
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
    long now = System.nanoTime();
    Object connection = self instanceof Statement ? connection((Statement) self) : self;
    Object unit = connection == null ? null : traits.unit(connection);
    PoolMeter meter = unit == null ? null : watch.holds().meterOf(unit, stripe());
    if (meter != null) {
      meter.busy(now - since, stripe());
    }
  }

  /**
   * A statement that was closed meanwhile has no connection any more. To name its exception here
   * would load it, and with it much else, before the application's main class.
   */
  private static @Nullable Object connection(Statement statement) {
    try {
      return statement.getConnection();
    } catch (Exception closed) {
      return null;
    }
  }
}
