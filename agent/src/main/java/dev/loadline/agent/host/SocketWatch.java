package dev.loadline.agent.host;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sockets, but never so often that it takes more than a thousandth of a processor: the
 * kernel goes through all of its table for a few sockets, too. After 8 ms, for example, what was
 * read stands for 8 s. Where one reading takes too much, they are left alone for a minute.
 */
public final class SocketWatch {

  private static final long SHARE = 1000;
  private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

  private final File root;
  private long dropped;
  private long notBefore;
  private boolean begun;
  private @Nullable Sockets last;

  /** Reads below {@code root}, which is {@code /} but in tests. */
  public SocketWatch(File root) {
    this.root = root;
  }

  /** The longest accept queue that the system grants; null where it does not say. */
  public @Nullable Long longestQueue() {
    return PlainFile.number(new File(root, "proc/sys/net/core/somaxconn"));
  }

  /** The sockets, or null where the system has no such table or it is too long. */
  public @Nullable Sockets read(long now) {
    return new File(root, "proc/self/net/tcp").canRead() ? read(now, new SocketTable()) : null;
  }

  @Nullable Sockets read(long now, SocketTable table) {
    if (begun && now - notBefore < 0) {
      return last;
    }
    begun = true;
    long from = System.nanoTime();
    last = Sockets.read(root, table);
    if (last == null) {
      dropped++;
      notBefore = now + PAUSE;
    } else {
      notBefore = now + SHARE * (System.nanoTime() - from);
    }
    return last;
  }

  /** Readings given up so far. */
  public long dropped() {
    return dropped;
  }
}
