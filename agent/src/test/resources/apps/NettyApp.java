import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;

/** Three event loops, of which one works, one is held up with five tasks behind, one never began. */
public final class NettyApp {

  public static void main(String[] arguments) throws Exception {
    EventLoopGroup group = new NioEventLoopGroup(3, new DefaultThreadFactory("shop"));
    EventLoop working = group.next();
    EventLoop held = group.next();
    CountDownLatch worked = new CountDownLatch(1);
    working.execute(
        () -> {
          System.out.println("burnt " + burn());
          worked.countDown();
        });
    worked.await();
    CountDownLatch holding = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(5);
    held.execute(
        () -> {
          holding.countDown();
          await(release);
        });
    holding.await();
    for (int i = 0; i < 5; i++) {
      held.execute(done::countDown);
    }
    System.out.println("ready");
    Scanner in = new Scanner(System.in);
    in.nextLine();
    release.countDown();
    done.await();
    System.out.println("done");
    in.nextLine();
    group.shutdownGracefully().sync();
    System.out.println("over");
    System.in.read();
    System.exit(0);
  }

  /** Takes 300 ms of the processor; the seconds that the thread has had by then. */
  private static double burn() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long until = threads.getCurrentThreadCpuTime() + 300_000_000;
    long now = until - 1;
    while (now < until) {
      now = threads.getCurrentThreadCpuTime();
    }
    return now / 1e9;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
