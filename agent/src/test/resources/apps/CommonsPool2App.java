import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/** Pools of things that are no connections: known holds, a wait, a timeout, a broken thing. */
public final class CommonsPool2App {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] arguments) throws Exception {
    GenericObjectPool<Object> things = pool("things", 2);
    long heldLow = 0;
    long heldHigh = 0;
    for (int i = 0; i < 3; i++) {
      long asked = System.nanoTime();
      Object thing = things.borrowObject();
      long since = System.nanoTime();
      pause(50);
      heldLow += System.nanoTime() - since;
      if (i == 0) {
        things.invalidateObject(thing);
      } else {
        things.returnObject(thing);
      }
      heldHigh += System.nanoTime() - asked;
    }
    System.out.println("held_low " + heldLow);
    System.out.println("held_high " + heldHigh);
    GenericObjectPool<Object> nameless = pool(null, 1);
    Object only = nameless.borrowObject(30_000);
    Thread waiter = new Thread(() -> borrow(nameless, 30_000));
    waiter.start();
    while (waiter.getState() != Thread.State.TIMED_WAITING) {
      LockSupport.parkNanos(1_000_000);
    }
    pause(100);
    nameless.returnObject(only);
    waiter.join();
    KEPT.add(nameless.borrowObject());
    System.out.println("timed_out " + (borrow(nameless, 50) ? 0 : 1));
    System.out.println("ready");
    System.in.read();
    System.exit(KEPT.size() - 3);
  }

  private static boolean borrow(GenericObjectPool<Object> pool, long millis) {
    try {
      pool.returnObject(pool.borrowObject(millis));
      return true;
    } catch (NoSuchElementException late) {
      return false;
    } catch (Exception other) {
      throw new IllegalStateException(other);
    }
  }

  private static GenericObjectPool<Object> pool(String name, int most) {
    GenericObjectPoolConfig config = new GenericObjectPoolConfig();
    config.setMaxTotal(most);
    if (name != null) {
      config.setJmxNamePrefix(name);
    }
    GenericObjectPool<Object> pool = new GenericObjectPool<>(new Things(), config);
    KEPT.add(pool);
    return pool;
  }

  private static final class Things extends BasePooledObjectFactory<Object> {

    @Override
    public Object create() {
      return new Object();
    }

    @Override
    public PooledObject<Object> wrap(Object thing) {
      return new DefaultPooledObject<>(thing);
    }
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }
}
