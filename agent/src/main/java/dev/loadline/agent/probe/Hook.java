package dev.loadline.agent.probe;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What happens before and after the methods of one {@link Point}. */
public abstract class Hook {

  private static final int MOST_ERRORS = 10;

  final Point point;
  final ProbeState state;
  private final AtomicLong errors = new AtomicLong();
  private volatile boolean on = true;

  Hook(Point point, ProbeState state) {
    this.point = point;
    this.state = state;
  }

  /** Returns 0 if the call is not to be measured, otherwise {@code now}. */
  abstract long enter(@Nullable Object self, @Nullable Object argument, long now) throws Throwable;

  abstract void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown)
      throws Throwable;

  /** Whether {@link #enter} needs the time; the others get one before which no call began. */
  boolean timed() {
    return true;
  }

  /** The superclass with which the hooked class needs no hook of its own, or null. */
  @Nullable String unlessExtends() {
    return null;
  }

  /** Forgets calls under way. */
  void forget(long now) {}

  static int stripe() {
    return (int) Thread.currentThread().getId();
  }

  final void failed() {
    if (errors.incrementAndGet() >= MOST_ERRORS) {
      on = false;
    }
  }

  /** Whether it is neither off after errors nor its probe broken. */
  public final boolean on() {
    return on && state.works();
  }

  /** The class and method hooked. */
  public final String name() {
    return point.toString();
  }

  /** Errors inside the hook; after ten it is off for good. */
  public final long errors() {
    return errors.get();
  }
}
