import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.pool2.BaseKeyedPooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericKeyedObjectPoolConfig;

/**
 * A pool of two for all keys, named, and one without a total: known waits and holds, a timeout, a
 * failure, units given back by another thread and thrown away. What it prints are bounds that hold
 * however slow the machine is.
 */
public final class KeyedPoolApp {

  private static long heldLow;
  private static long heldHigh;
  private static long waitedLow;
  private static long waitedHigh;

  public static void main(String[] arguments) throws Exception {
    GenericKeyedObjectPool<String, Object> pool = pool(2, "orders");
    for (int i = 0; i < 3; i++) {
      Unit unit = new Unit(pool, "key" + i % 2);
      pause(60);
      unit.giveBack(i == 1);
    }
    Unit one = new Unit(pool, "key0");
    Unit two = new Unit(pool, "key1");
    Thread waiter = new Thread(() -> await(pool));
    waiter.start();
    while (waiter.getState() != Thread.State.TIMED_WAITING) {
      LockSupport.parkNanos(1_000_000);
    }
    long from = System.nanoTime();
    pause(150);
    waitedLow += System.nanoTime() - from;
    one.giveBack(false);
    waiter.join();
    Unit three = new Unit(pool, "key0");
    int timeouts = timedOut(pool);
    two.giveBack(false);
    Thread elsewhere = new Thread(() -> three.giveBack(true));
    elsewhere.start();
    elsewhere.join();
    int failures = failed(pool);
    GenericKeyedObjectPool<String, Object> endless = pool(-1, "pool");
    for (int i = 0; i < 5; i++) {
      endless.returnObject("key", endless.borrowObject("key"));
    }
    System.out.println("held_low " + heldLow);
    System.out.println("held_high " + heldHigh);
    System.out.println("waited_low " + waitedLow);
    System.out.println("waited_high " + waitedHigh);
    System.out.println("timed_out " + timeouts);
    System.out.println("failed " + failures);
    System.out.println("ready");
    System.in.read();
    System.out.println(pool.getNumIdle() + endless.getNumIdle());
    System.exit(0);
  }

  private static GenericKeyedObjectPool<String, Object> pool(int total, String name) {
    GenericKeyedObjectPoolConfig config = new GenericKeyedObjectPoolConfig();
    config.setMaxTotal(total);
    config.setMaxTotalPerKey(2);
    config.setMaxWaitMillis(5_000);
    config.setJmxNamePrefix(name);
    return new GenericKeyedObjectPool<String, Object>(new Units(), config);
  }

  private static void await(GenericKeyedObjectPool<String, Object> pool) {
    try {
      new Unit(pool, "key1").giveBack(false);
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private static int timedOut(GenericKeyedObjectPool<String, Object> pool) throws Exception {
    long from = System.nanoTime();
    try {
      pool.borrowObject("key2", 120);
      return 0;
    } catch (NoSuchElementException late) {
      waitedLow += TimeUnit.MILLISECONDS.toNanos(119);
      return 1;
    } finally {
      waitedHigh += System.nanoTime() - from;
    }
  }

  private static int failed(GenericKeyedObjectPool<String, Object> pool) {
    long from = System.nanoTime();
    try {
      pool.borrowObject("none");
      return 0;
    } catch (Exception none) {
      return 1;
    } finally {
      waitedHigh += System.nanoTime() - from;
    }
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  /** One unit: when it was asked for, had and given back. */
  private static final class Unit {

    final GenericKeyedObjectPool<String, Object> pool;
    final String key;
    final long asked = System.nanoTime();
    final Object unit;
    final long since;

    Unit(GenericKeyedObjectPool<String, Object> pool, String key) throws Exception {
      this.pool = pool;
      this.key = key;
      this.unit = pool.borrowObject(key);
      this.since = System.nanoTime();
      waitedHigh += since - asked;
    }

    void giveBack(boolean invalidate) {
      long from = System.nanoTime();
      try {
        if (invalidate) {
          pool.invalidateObject(key, unit);
        } else {
          pool.returnObject(key, unit);
        }
      } catch (Exception unexpected) {
        throw new IllegalStateException(unexpected);
      }
      heldLow += from - since;
      heldHigh += System.nanoTime() - asked;
    }
  }

  /** Objects without end, but none of one key. */
  private static final class Units extends BaseKeyedPooledObjectFactory<String, Object> {

    @Override
    public Object create(String key) {
      if (key.equals("none")) {
        throw new IllegalStateException(key);
      }
      return new Object();
    }

    @Override
    public PooledObject<Object> wrap(Object value) {
      return new DefaultPooledObject<>(value);
    }
  }
}
