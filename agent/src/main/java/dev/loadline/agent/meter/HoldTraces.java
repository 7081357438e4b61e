package dev.loadline.agent.meter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Where some of what is held now was borrowed: of all borrows at most one a second leaves its
 * stack, until the unit is returned. There are sixty-four places; while all are taken by holds that
 * last, no stack is taken.
 */
public final class HoldTraces {

  private static final int MOST = 64;
  private static final long APART = 1_000_000_000L;
  private static final int MOST_FRAMES = 32;
  private static final String OWN = "dev.loadline.agent.";

  private final long threshold;
  private final AtomicReferenceArray<@Nullable Trace> traces = new AtomicReferenceArray<>(MOST);
  private final AtomicInteger kept = new AtomicInteger();
  private final AtomicLong next;
  private final AtomicLong taken = new AtomicLong();

  /**
   * @param threshold nanoseconds after which a hold is suspected to be a leak
   * @param now the time of the clock that all later calls use
   */
  public HoldTraces(long threshold, long now) {
    this.threshold = threshold;
    next = new AtomicLong(now);
  }

  /** A unit is borrowed; this call's stack is kept if it is time for one. */
  void begin(Object unit, PoolMeter meter, long now) {
    long due = next.get();
    if (now - due >= 0 && kept.get() < MOST && next.compareAndSet(due, now + APART)) {
      taken.incrementAndGet();
      keep(new Trace(unit, meter, now));
    }
  }

  private void keep(Trace trace) {
    for (int i = 0; i < MOST; i++) {
      if (traces.get(i) == null && traces.compareAndSet(i, null, trace)) {
        kept.incrementAndGet();
        return;
      }
    }
  }

  /** A unit is returned. */
  void end(Object unit) {
    if (kept.get() > 0) {
      for (int i = 0; i < MOST; i++) {
        Trace trace = traces.get(i);
        if (trace != null && trace.unit == unit) {
          drop(i, trace);
        }
      }
    }
  }

  private void drop(int place, Trace trace) {
    if (traces.compareAndSet(place, trace, null)) {
      kept.decrementAndGet();
    }
  }

  /** Nanoseconds after which a hold is suspected to be a leak. */
  public long threshold() {
    return threshold;
  }

  /** How many stacks were taken. */
  public long taken() {
    return taken.get();
  }

  /** The stacks of holds beyond the threshold, the longest first. */
  public List<Trace> suspects(long now) {
    List<Trace> all = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      Trace trace = traces.get(i);
      if (trace != null && now - trace.since > threshold) {
        all.add(trace);
      }
    }
    Collections.sort(all, new LongestFirst(now));
    return all;
  }

  private static final class LongestFirst implements Comparator<Trace> {

    private final long now;

    LongestFirst(long now) {
      this.now = now;
    }

    @Override
    public int compare(Trace one, Trace other) {
      return Long.compare(now - other.since, now - one.since);
    }
  }

  /** One borrow: of which pool, when and from where. */
  public static final class Trace {

    private final Object unit;
    private final PoolMeter meter;
    private final long since;
    private final Throwable stack = new Throwable();

    Trace(Object unit, PoolMeter meter, long since) {
      this.unit = unit;
      this.meter = meter;
      this.since = since;
    }

    /** The pool's measures. */
    public PoolMeter meter() {
      return meter;
    }

    /** When it was borrowed. */
    public long since() {
      return since;
    }

    /** The calls that led to the borrow, the innermost first and without the agent's own. */
    public List<String> frames() {
      List<String> frames = new ArrayList<>();
      for (StackTraceElement frame : stack.getStackTrace()) {
        boolean own = frames.isEmpty() && frame.getClassName().startsWith(OWN);
        if (!own && frames.size() < MOST_FRAMES) {
          frames.add(frame.toString());
        }
      }
      return frames;
    }
  }
}
