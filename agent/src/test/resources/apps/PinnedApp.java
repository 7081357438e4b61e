import java.util.concurrent.locks.LockSupport;

/** Virtual threads that wait in class initialisers, where they are pinned, and elsewhere. */
public final class PinnedApp {

  private static volatile long nanos;

  public static void main(String[] arguments) throws Exception {
    join(new Nap());
    System.out.println("ready");
    System.in.read();
    for (int i = 0; i < 20; i++) {
      join(new Nap());
    }
    join(new First());
    join(new Second());
    System.out.println("pinned " + nanos / 1e9);
    while (System.in.read() >= 0) {}
  }

  /** This class is compiled for a JDK that has no virtual threads. */
  private static void join(Runnable work) throws Exception {
    Thread thread =
        (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
    thread.join();
  }

  private static void nap() {
    long from = System.nanoTime();
    LockSupport.parkNanos(50_000_000);
    nanos += System.nanoTime() - from;
  }

  private static final class Nap implements Runnable {
    @Override
    public void run() {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static final class First implements Runnable {
    @Override
    public void run() {
      new InitialisedFirst();
    }
  }

  private static final class Second implements Runnable {
    @Override
    public void run() {
      new InitialisedSecond();
    }
  }

  private static final class InitialisedFirst {
    static {
      nap();
    }
  }

  private static final class InitialisedSecond {
    static {
      nap();
      nap();
    }
  }
}
