import java.util.Scanner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.threads.EnhancedQueueExecutor;

/** Two threads: five tasks are held for two seconds at least, one is turned away, one fails. */
public final class JbossThreadsApp {

  public static void main(String[] arguments) throws Exception {
    AtomicInteger numbers = new AtomicInteger();
    EnhancedQueueExecutor pool =
        new EnhancedQueueExecutor.Builder()
            .setCorePoolSize(2)
            .setMaximumPoolSize(2)
            .setMaximumQueueSize(3)
            .setThreadFactory(task -> new Thread(task, "shop-" + numbers.incrementAndGet()))
            .build();
    CountDownLatch running = new CountDownLatch(2);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(5);
    for (int i = 0; i < 5; i++) {
      pool.execute(
          () -> {
            running.countDown();
            await(release);
            done.countDown();
          });
    }
    running.await();
    long since = System.nanoTime();
    try {
      pool.execute(() -> {});
      throw new AssertionError();
    } catch (RejectedExecutionException full) {
      System.out.println("ready");
    }
    new Scanner(System.in).nextLine();
    while (System.nanoTime() - since < 2_100_000_000L) {
      LockSupport.parkNanos(10_000_000);
    }
    release.countDown();
    done.await();
    pool.execute(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    System.in.read();
    System.exit(0);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
