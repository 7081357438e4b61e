package dev.loadline.agent.probe;

import dev.loadline.agent.meter.PoolMeter;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** A pool of the application, held weakly, with its meter. */
public final class WatchedPool {

  private static final Traits NAMELESS = Traits.named("");

  private final ProbeState probe;
  private final WeakReference<Object> pool;
  private final int hash;
  private final Traits traits;
  private final PoolMeter meter;
  private final @Nullable NumberedPools numbered;
  private @Nullable String name;

  WatchedPool(ProbeState probe, Object pool, Traits traits, PoolMeter meter) {
    this.probe = probe;
    this.pool = new WeakReference<>(pool);
    this.hash = System.identityHashCode(pool);
    this.traits = traits;
    this.meter = meter;
    this.numbered = null;
  }

  /** A pool that has no name. */
  WatchedPool(ProbeState probe, Object pool, NumberedPools numbered, PoolMeter meter) {
    this.probe = probe;
    this.pool = new WeakReference<>(pool);
    this.hash = System.identityHashCode(pool);
    this.traits = NAMELESS;
    this.meter = meter;
    this.numbered = numbered;
  }

  boolean is(Object other) {
    return pool.get() == other;
  }

  boolean works() {
    return probe.works();
  }

  boolean gone() {
    return pool.get() == null;
  }

  @Nullable Object target() {
    return pool.get();
  }

  int hash() {
    return hash;
  }

  /** The library that the pool is of. */
  public String library() {
    return probe.name();
  }

  /** Whether the pool is known to be of a database, and when its connections work. */
  public boolean ofDatabase() {
    return numbered == null && probe.ofDatabase();
  }

  /** Its measures. */
  public PoolMeter meter() {
    return meter;
  }

  /** Its name, once it has one. */
  public synchronized @Nullable String name() {
    Object of = pool.get();
    if (name == null && of != null) {
      String now = numbered != null ? numbered.name(of) : traits.nameOf(of);
      name = now == null || now.isEmpty() ? null : now;
    }
    return name;
  }

  /** How many connections it may open; null if it does not say. */
  public @Nullable Integer limit() {
    Object of = pool.get();
    return of == null ? null : numbered != null ? numbered.limit(of) : traits.limitOf(of);
  }

  /** How many threads wait for a connection now; null if it does not say. */
  public @Nullable Long waiting() {
    if (!traits.tellsWaiting()) {
      return meter.waiting();
    }
    Object of = pool.get();
    Integer told = of == null ? null : traits.waitingOf(of);
    return told == null ? null : (Long) told.longValue();
  }

  /** Whether it is known when what is held really works. */
  public boolean measuresBusy() {
    return probe.busy();
  }
}
