package dev.loadline.agent.host;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads the sockets, and where that takes too much, leaves them alone for a minute. */
public final class SocketWatch {

  private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

  private final File root;
  private long dropped;
  private long notBefore;

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
    if (dropped > 0 && now - notBefore < 0) {
      return null;
    }
    Sockets sockets = Sockets.read(root, table);
    if (sockets == null) {
      dropped++;
      notBefore = now + PAUSE;
    }
    return sockets;
  }

  /** Readings given up so far. */
  public long dropped() {
    return dropped;
  }
}
