package dev.loadline.agent.probe;

import dev.loadline.agent.meter.PoolMeter;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** A pool of the application, held weakly, with its meter. */
public final class WatchedPool {

  private final ProbeState probe;
  private final WeakReference<Object> pool;
  private final int hash;
  private final String limit;
  private final String nameGetter;
  private final PoolMeter meter;
  private final @Nullable NumberedPools numbered;
  private @Nullable String name;

  WatchedPool(ProbeState probe, Object pool, String limit, String nameGetter, PoolMeter meter) {
    this.probe = probe;
    this.pool = new WeakReference<>(pool);
    this.hash = System.identityHashCode(pool);
    this.limit = limit;
    this.nameGetter = nameGetter;
    this.meter = meter;
    this.numbered = null;
  }

  /** A pool that has no name. */
  WatchedPool(ProbeState probe, Object pool, NumberedPools numbered, PoolMeter meter) {
    this.probe = probe;
    this.pool = new WeakReference<>(pool);
    this.hash = System.identityHashCode(pool);
    this.limit = "";
    this.nameGetter = "";
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
    return numbered == null;
  }

  /** Its measures. */
  public PoolMeter meter() {
    return meter;
  }

  /** Its name, once it has one. */
  public synchronized @Nullable String name() {
    if (name == null && numbered != null) {
      name = numbered.name(pool.get());
    } else if (name == null) {
      Object value = read(nameGetter);
      name = value == null ? null : value.toString();
    }
    return name;
  }

  /** How many connections it may open; null if it does not say. */
  public @Nullable Integer limit() {
    if (numbered != null) {
      return numbered.limit(pool.get());
    }
    Object value = read(limit);
    return value instanceof Integer ? (Integer) value : null;
  }

  private @Nullable Object read(String getter) {
    Object of = pool.get();
    try {
      return of == null ? null : of.getClass().getMethod(getter).invoke(of);
    } catch (ReflectiveOperationException unreadable) {
      return null;
    }
  }
}
