package dev.loadline.agent.probe;

import dev.loadline.agent.meter.PoolMeter;
import java.lang.reflect.Field;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The pools of a library that gives them no names: named after what made them where that is known,
 * otherwise after the library and the order in which they were first used, e.g. {@code
 * reactor-pool-1}. Beyond 16 all share the meter of {@code reactor-pool-other}, which has no limit.
 */
final class NumberedPools {

  private static final int MOST = 16;

  private final ProbeState state;
  private final Watch watch;
  private final Getter limit;
  private @Nullable String settings;
  private @Nullable PoolMakers makers;
  private String[] shared = {};
  private final AtomicInteger used = new AtomicInteger();
  private final AtomicInteger named = new AtomicInteger();
  private final Object rest = new Object();

  /** Pools that tell their limit themselves. */
  NumberedPools(Hooks hooks, Getter limit) {
    this.state = hooks.state;
    this.watch = hooks.watch;
    this.limit = limit;
  }

  /** An object in this field of the pool tells the limit. */
  NumberedPools settings(String field) {
    settings = field;
    return this;
  }

  /** The pools are named after who makes them, where that is known. */
  void madeBy(PoolMakers some) {
    makers = some;
  }

  /**
   * Only pools of which one of these paths is false or 1 have the limit; where a unit may be
   * shared, more may be handed out.
   */
  NumberedPools unlessShared(String... paths) {
    shared = paths.clone();
    return this;
  }

  private boolean exclusive(Object pool) {
    for (String path : shared) {
      Object value = Reader.read(pool, path);
      if (Boolean.FALSE.equals(value) || Integer.valueOf(1).equals(value)) {
        return true;
      }
    }
    return shared.length == 0;
  }

  /** The meter of this pool, which is watched from now on. */
  PoolMeter meterOf(Object pool, long now) {
    PoolMeter known = watch.meterOf(pool);
    if (known != null) {
      return known;
    }
    if (used.get() >= MOST || used.incrementAndGet() > MOST) {
      return other(now);
    }
    PoolMeter fresh = new PoolMeter(now);
    PoolMeter meter = watch.begin(new WatchedPool(state, pool, this, fresh));
    if (meter != fresh) {
      used.decrementAndGet();
    }
    return meter;
  }

  private PoolMeter other(long now) {
    PoolMeter known = watch.meterOf(rest);
    return known != null
        ? known
        : watch.begin(new WatchedPool(state, rest, this, new PoolMeter(now)));
  }

  /** The next name; asked by the agent's own thread, in the order of first use. */
  String name(@Nullable Object pool) {
    String known = pool == null || makers == null ? null : makers.name(pool);
    if (known != null) {
      return known;
    }
    return state.name() + (pool == rest ? "-other" : "-" + named.incrementAndGet());
  }

  /** How many units this pool may have; null if it does not say or there is no end. */
  @Nullable Integer limit(@Nullable Object pool) {
    if (pool == null || pool == rest || !exclusive(pool)) {
      return null;
    }
    try {
      int most = limit.number(settings == null ? pool : settingsOf(pool));
      return most > 0 && most < Integer.MAX_VALUE ? (Integer) most : null;
    } catch (Throwable unreadable) {
      return null;
    }
  }

  private Object settingsOf(Object pool) throws ReflectiveOperationException {
    Field field = pool.getClass().getDeclaredField(Objects.requireNonNull(settings));
    field.setAccessible(true);
    return field.get(pool);
  }
}
