package dev.loadline.agent.probe;

import dev.loadline.agent.meter.PoolMeter;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * A step of a pool such as that of Vert.x, which answers later and without a lock: what waits and
 * the lease that answers it have only the handler in common, and it is the slot of a connection
 * that is leased. All of them are the pool's own, and are asked for fields of theirs.
 */
final class SlotPoolHook extends Hook {

  /** What happens, and to what. */
  enum Step {
    /** Something waits; the pool is the argument. */
    ASKED,
    /** A lease is handed over. */
    GRANTED,
    /** The pool takes back a lease, its argument. */
    RETURNED,
    /** A slot loses its connection. */
    REMOVED,
    /** What waits has given up, if it was still waiting. */
    CANCELLED,
    /** There is no connection for what waits. */
    FAILED
  }

  private static final Getter CONNECTOR = Getter.field("connector");
  private static final Getter CLOSED = Getter.field("closed");
  private static final Getter HANDLER = Getter.field("handler");
  private static final Getter NEXT = Getter.field("next");
  private static final Getter SLOT = Getter.field("slot");
  private static final Getter RECYCLED = Getter.field("recycled");
  private static final Getter WAITER = Getter.field("waiter");
  private static final Getter ABANDONED = Getter.field("cancelled");
  private static final Getter CAUSE = Getter.field("cause");

  private final Step step;
  private final Watch watch;
  private final NumberedPools pools;
  private final String connectors;
  private final Leading leading = new Leading();

  /**
   * @param connectors what the names of the classes begin with that connect for the pools meant
   */
  SlotPoolHook(
      Point point,
      ProbeState state,
      Step step,
      Watch watch,
      NumberedPools pools,
      String connectors) {
    super(point, state);
    this.step = step;
    this.watch = watch;
    this.pools = pools;
    this.connectors = connectors;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) throws Throwable {
    if (self == null) {
      return 0L;
    }
    try {
      if (step == Step.ASKED) {
        return argument != null && asked(self, argument, now) ? now : 0L;
      } else if (step == Step.GRANTED) {
        granted(self, now);
      } else if (step == Step.RETURNED && argument != null && ours(self)) {
        returned(argument, now);
      } else if (step == Step.REMOVED) {
        removed(self, now);
      } else if (step == Step.FAILED) {
        refused(self, TimedOut.is(CAUSE.get(self)), now);
      }
    } catch (IllegalStateException lacking) {
      broke(lacking);
      return 0L;
    }
    return step == Step.CANCELLED ? now : 0L;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown)
      throws Throwable {
    try {
      if (self == null) {
        return;
      }
      if (step == Step.CANCELLED && Boolean.TRUE.equals(ABANDONED.get(self))) {
        refused(self, true, System.nanoTime());
      } else if (step == Step.ASKED && result != null && turnedAway(self, result)) {
        watch.waits().refuse(handler(self), false, System.nanoTime());
      }
    } catch (IllegalStateException lacking) {
      broke(lacking);
    }
  }

  private void broke(IllegalStateException lacking) {
    state.broke(point.type(), String.valueOf(lacking.getMessage()), "");
  }

  private boolean ours(Object pool) throws Throwable {
    Object connector = CONNECTOR.get(pool);
    return connector != null && connector.getClass().getName().startsWith(connectors);
  }

  private static Object handler(Object of) throws Throwable {
    Object handler = HANDLER.get(of);
    return handler == null ? of : handler;
  }

  /** A method that the compiler made may call the one that is meant. */
  private boolean asked(Object waiter, Object pool, long now) throws Throwable {
    if (!ours(pool) || Boolean.TRUE.equals(CLOSED.get(pool))) {
      return false;
    }
    Object handler = handler(waiter);
    if (watch.waits().has(handler)) {
      return false;
    }
    watch.waits().begin(handler, pools.meterOf(pool, now), now);
    return true;
  }

  /** What is to be done next leads neither to a connection nor into the queue. */
  private boolean turnedAway(Object waiter, Object task) throws Throwable {
    return !leading.get(task.getClass()) && NEXT.get(waiter) == null;
  }

  private void granted(Object lease, long now) throws Throwable {
    PoolMeter meter = watch.waits().grant(handler(lease), now);
    Object slot = meter == null ? null : SLOT.get(lease);
    if (meter != null && slot != null) {
      watch.holds().begin(slot, meter, now, System.identityHashCode(slot));
    }
  }

  private void returned(Object lease, long now) throws Throwable {
    Object slot = Boolean.TRUE.equals(RECYCLED.get(lease)) ? null : SLOT.get(lease);
    if (slot != null) {
      watch.holds().end(slot, now, System.identityHashCode(slot));
    }
  }

  private void removed(Object slot, long now) {
    int stripe = System.identityHashCode(slot);
    while (watch.holds().meterOf(slot, stripe) != null) {
      watch.holds().end(slot, now, stripe);
    }
  }

  private void refused(Object of, boolean timeout, long now) throws Throwable {
    Object waiter = WAITER.get(of);
    if (waiter != null) {
      watch.waits().refuse(handler(waiter), timeout, now);
    }
  }

  /** Whether what is to be done next has a slot or a lease with it. */
  private static final class Leading extends ClassValue<Boolean> {
    @Override
    protected Boolean computeValue(Class<?> type) {
      for (Field field : type.getDeclaredFields()) {
        String name = field.getType().getSimpleName();
        if (name.equals("Slot") || name.equals("LeaseImpl")) {
          return true;
        }
      }
      return false;
    }
  }
}
