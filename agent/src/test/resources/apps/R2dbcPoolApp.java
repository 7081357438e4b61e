import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A pool of two with a name, and one of one without that gives up soon: known waits and holds. What
 * it prints are bounds that hold however slow the machine is.
 */
public final class R2dbcPoolApp {

  private static long heldLow;
  private static long heldHigh;
  private static long waitedLow;
  private static long waitedHigh;

  public static void main(String[] arguments) throws Exception {
    ConnectionPool pool = pool(2, "orders", Duration.ofSeconds(30));
    Asked a = new Asked(pool);
    a.got.await();
    Asked b = new Asked(pool);
    b.got.await();
    Asked c = new Asked(pool);
    pause(150);
    long from = System.nanoTime();
    elsewhere(a::giveBack);
    c.got.await();
    waitedLow += from - c.subscribed;
    elsewhere(b::giveBack);
    elsewhere(c::giveBack);
    Asked d = new Asked(pool);
    d.got.await();
    d.giveBack();
    System.out.println("held_low " + heldLow);
    System.out.println("held_high " + heldHigh);
    System.out.println("waited_low " + waitedLow);
    System.out.println("waited_high " + waitedHigh);
    ConnectionPool impatient = pool(1, null, Duration.ofMillis(400));
    Asked e = new Asked(impatient);
    e.got.await();
    Asked f = new Asked(impatient);
    f.failed.await();
    e.giveBack();
    System.out.println("ready");
    System.in.read();
    System.out.println(pool + " " + impatient);
    System.exit(0);
  }

  private static ConnectionPool pool(int most, String name, Duration patience) {
    ConnectionPoolConfiguration.Builder builder =
        ConnectionPoolConfiguration.builder(new Stub())
            .initialSize(0)
            .maxSize(most)
            .maxAcquireTime(patience);
    if (name != null) {
      builder.name(name);
    }
    return new ConnectionPool(builder.build());
  }

  private static void elsewhere(Runnable work) throws InterruptedException {
    Thread thread = new Thread(work);
    thread.start();
    thread.join();
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  /** One request: when it was made, when it was answered. */
  private static final class Asked {

    final CountDownLatch got = new CountDownLatch(1);
    final CountDownLatch failed = new CountDownLatch(1);
    final long asked = System.nanoTime();
    final long subscribed;
    volatile Connection connection;
    volatile long since;

    Asked(ConnectionPool pool) {
      Mono.from(pool.create()).subscribe(this::got, error -> failed.countDown());
      subscribed = System.nanoTime();
    }

    private void got(Connection some) {
      since = System.nanoTime();
      connection = some;
      waitedHigh += since - asked;
      got.countDown();
    }

    void giveBack() {
      pause(60);
      heldLow += System.nanoTime() - since;
      Mono.from(connection.close()).block();
      heldHigh += System.nanoTime() - asked;
    }
  }

  /** A database that does nothing. */
  private static final class Stub implements ConnectionFactory {

    @Override
    public Publisher<? extends Connection> create() {
      return Mono.fromCallable(
          () ->
              (Connection)
                  Proxy.newProxyInstance(
                      Stub.class.getClassLoader(),
                      new Class<?>[] {Connection.class},
                      (proxy, method, values) -> answer(method)));
    }

    private static Object answer(Method method) {
      if (method.getName().equals("toString")) {
        return "stub";
      }
      if (method.getName().equals("validate")) {
        return Mono.just(true);
      }
      return method.getReturnType() == boolean.class ? (Object) true : Mono.empty();
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
      return () -> "stub";
    }
  }
}
