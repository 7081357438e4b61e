package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Conversations;
import dev.loadline.agent.meter.RequestMeter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The servers that one library talks to, by host and port. Beyond the 16 that are told apart all
 * count as one by the name of {@code other}. Looking one up takes no lock and allocates nothing.
 */
public final class Clients {

  private static final int MOST = 16;
  private static final String OTHER = "other";
  private static final int MOST_CONNECTIONS = 1024;
  private static final int MOST_OPEN = 8192;

  /** A connection without any answer for so long is taken to be given up. */
  private static final long LONGEST = TimeUnit.HOURS.toNanos(1);

  final ProbeState state;
  private final Watch watch;
  private final AtomicReference<WatchedClient[]> all = new AtomicReference<>(new WatchedClient[0]);
  private final AtomicInteger budget;
  private boolean http;
  private final AtomicReference<@Nullable Conversations> conversations = new AtomicReference<>();
  private final AtomicReference<@Nullable OpenCommands> open = new AtomicReference<>();

  /**
   * @param budget how many more kinds of operation may be told apart, shared between servers
   */
  Clients(ProbeState state, Watch watch, AtomicInteger budget) {
    this.state = state;
    this.watch = watch;
    this.budget = budget;
  }

  /** The servers are asked over HTTP, not in a database's own language. */
  void overHttp() {
    http = true;
  }

  boolean http() {
    return http;
  }

  private WatchedClient[] now() {
    return Objects.requireNonNull(all.get());
  }

  /**
   * The server at this host, a String or a socket's address.
   *
   * @param host null where it is not seen
   */
  WatchedClient of(@Nullable Object host, int port, long now) {
    while (true) {
      WatchedClient[] before = now();
      for (WatchedClient client : before) {
        if (client.is(host, port)) {
          return client;
        }
      }
      if (before.length >= MOST && host != null && host != OTHER) {
        return of(OTHER, 0, now);
      }
      WatchedClient[] next = Arrays.copyOf(before, before.length + 1);
      next[before.length] =
          new WatchedClient(this, host, port, new RequestMeter(now, budget), watch.keyPrefixes());
      all.compareAndSet(before, next);
    }
  }

  /** What is open on connections that answer in order; made when it is first needed. */
  Conversations conversations() {
    Conversations there = conversations.get();
    if (there == null) {
      conversations.compareAndSet(null, new Conversations(MOST_CONNECTIONS, MOST_OPEN));
      there = Objects.requireNonNull(conversations.get());
    }
    return there;
  }

  /** The commands that are open, where those are objects; made when it is first needed. */
  OpenCommands open() {
    OpenCommands there = open.get();
    if (there == null) {
      open.compareAndSet(null, new OpenCommands());
      there = Objects.requireNonNull(open.get());
    }
    return there;
  }

  private void forget(long now, long age) {
    Conversations spoken = conversations.get();
    if (spoken != null) {
      spoken.forget(now, age);
    }
    OpenCommands sent = open.get();
    if (sent != null) {
      sent.forget(now, age);
    }
  }

  void settle(long now) {
    forget(now, LONGEST);
    for (WatchedClient client : now()) {
      client.meter().settle(now);
    }
  }

  void forget(long now) {
    forget(now, 0);
    for (WatchedClient client : now()) {
      client.meter().forget(now);
    }
  }

  long untracked() {
    Conversations spoken = conversations.get();
    OpenCommands sent = open.get();
    return (spoken == null ? 0 : spoken.untracked()) + (sent == null ? 0 : sent.untracked());
  }

  /** The servers in the order in which they were first talked to. */
  public List<WatchedClient> list() {
    return new ArrayList<>(Arrays.asList(now()));
  }
}
