import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

/** Tomcat's pool of threads: one thread at first, two at most, room for three tasks. */
public class TomcatExecutorApp {

  public static void main(String[] arguments) throws Exception {
    TaskQueue queue = new TaskQueue(3);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1, 2, 1, TimeUnit.MINUTES, queue, new TaskThreadFactory("orders-exec-", true, 5));
    queue.setParent(pool);
    CountDownLatch open = new CountDownLatch(1);
    int refused = 0;
    for (int i = 0; i < 9; i++) {
      try {
        pool.execute(new Task(open));
      } catch (RejectedExecutionException full) {
        refused++;
      }
      while (pool.getActiveCount() < Math.min(2, i + 1)) {
        Thread.onSpinWait();
      }
    }
    System.out.println("refused " + refused);
    open.countDown();
    while (pool.getCompletedTaskCount() < 9 - refused || pool.getActiveCount() > 0) {
      Thread.onSpinWait();
    }
    System.out.println("ready");
    System.in.read();
    System.exit(queue.size());
  }

  private static final class Task implements Runnable {

    private final CountDownLatch open;

    Task(CountDownLatch open) {
      this.open = open;
    }

    @Override
    public void run() {
      try {
        open.await();
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
