import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Applications that need no library: what they do, and how long they stay after it. */
public final class PlainShape {

  public static void main(String[] arguments) throws Exception {
    long lingerMillis = Long.parseLong(arguments[1]);
    switch (arguments[0]) {
      case "plain":
        System.out.println("plain");
        break;
      case "executors":
        executors();
        break;
      case "virtual":
        virtual();
        break;
      case "loaders":
        loaders(arguments[2]);
        break;
      case "exit":
        Thread.sleep(lingerMillis);
        System.exit(7);
        break;
      case "throw":
        Thread.sleep(lingerMillis);
        throw new IllegalStateException("thrown by main");
      default:
        throw new IllegalArgumentException(arguments[0]);
    }
    Thread.sleep(lingerMillis);
  }

  private static void executors() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
    Future<?> last = later.schedule(() -> {}, 20, TimeUnit.MILLISECONDS);
    later.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.MILLISECONDS);
    List<Future<Integer>> sums = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int n = i;
      sums.add(pool.submit(() -> IntStream.range(0, n * 100).parallel().map(x -> x % 7).sum()));
    }
    int sum = 0;
    for (Future<Integer> one : sums) {
      sum += one.get();
    }
    last.get();
    pool.shutdown();
    later.shutdownNow();
    System.out.println("executors " + sum);
  }

  /** Virtual threads where this JDK has them, else a thread for each task. */
  private static void virtual() throws Exception {
    ExecutorService threads;
    try {
      threads =
          (ExecutorService)
              Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException beforeTwentyOne) {
      threads = Executors.newCachedThreadPool();
    }
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(
          threads.submit(
              () -> {
                Thread.sleep(1);
                return null;
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();
    System.out.println("virtual " + all.size());
  }

  private static void loaders(String archive) throws Exception {
    URL[] urls = {new File(archive).toURI().toURL()};
    for (int i = 0; i < 50; i++) {
      try (URLClassLoader loader =
          new URLClassLoader(urls, ClassLoader.getSystemClassLoader().getParent())) {
        loader.loadClass("com.zaxxer.hikari.pool.ProxyConnection");
      }
    }
    System.out.println("loaders");
  }
}
