import io.github.resilience4j.bulkhead.ThreadPoolBulkhead;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadConfig;
import java.util.concurrent.CountDownLatch;

/** A bulkhead of two threads and a queue of one, to which four tasks are brought at once. */
public final class BulkheadThreadsApp {

  static ThreadPoolBulkhead bulkhead;

  public static void main(String[] arguments) throws Exception {
    ThreadPoolBulkheadConfig config =
        ThreadPoolBulkheadConfig.custom()
            .coreThreadPoolSize(2)
            .maxThreadPoolSize(2)
            .queueCapacity(1)
            .build();
    bulkhead = ThreadPoolBulkhead.of("threads", config);
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(3);
    int refused = 0;
    for (int i = 0; i < 4; i++) {
      try {
        bulkhead.submit(
            () -> {
              go.await();
              done.countDown();
              return 1;
            });
      } catch (RuntimeException full) {
        refused++;
      }
    }
    go.countDown();
    done.await();
    System.out.println("refused " + refused);
    System.out.println("ready");
    while (System.in.read() >= 0) {}
    System.exit(0);
  }
}
