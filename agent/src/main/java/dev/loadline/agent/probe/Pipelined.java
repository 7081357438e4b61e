package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Conversations;
import dev.loadline.agent.meter.RequestMeter;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a server whose connections carry several, answered in the order in which they
 * came. A final answer begins with its status and ends the oldest request when it is complete.
 */
final class Pipelined {

  private static final int MOST_CONNECTIONS = 4096;
  private static final int MOST_OPEN = 8192;
  private static final String UNKNOWN = "unknown";

  private final WatchedServer server;
  private final AtomicReference<@Nullable Conversations> open = new AtomicReference<>();

  Pipelined(WatchedServer server) {
    this.server = server;
  }

  /** What is open; made when it is first needed. */
  private Conversations conversations() {
    Conversations there = open.get();
    if (there == null) {
      open.compareAndSet(null, new Conversations(MOST_CONNECTIONS, MOST_OPEN));
      there = Objects.requireNonNull(open.get());
    }
    return there;
  }

  void asked(Object connection, @Nullable String method, long now, int stripe) {
    RequestMeter meter = server.meter();
    conversations().ask(connection, meter, method == null ? UNKNOWN : method, null, now, stripe);
  }

  /** The answer to the oldest request has begun. */
  void begun(Object connection, int status) {
    conversations().mark(connection, status);
  }

  /** The answer that has begun is complete; before that, nothing is answered. */
  void complete(Object connection, long now, int stripe) {
    Conversations spoken = conversations();
    if (spoken.mark(connection) > 0) {
      end(spoken, connection, true, now, stripe);
    }
  }

  /** The connection is lost, and with it all answers that are not complete. */
  void lost(Object connection, long now, int stripe) {
    Conversations spoken = open.get();
    if (spoken == null) {
      return;
    }
    boolean more = true;
    while (more) {
      more = end(spoken, connection, false, now, stripe);
    }
    spoken.hangUp(connection, now, stripe);
  }

  private static boolean end(
      Conversations spoken, Object connection, boolean answered, long now, int stripe) {
    int status = answered ? spoken.mark(connection) : 0;
    int question = spoken.answered(connection);
    if (question < 0) {
      return false;
    }
    RequestMeter meter = spoken.meter(question);
    String method = spoken.name(question);
    long since = spoken.since(question);
    spoken.done(question);
    if (meter != null && method != null) {
      meter.end(since, now, method, UNKNOWN, status, stripe);
    }
    return true;
  }

  void forget(long now) {
    Conversations spoken = open.get();
    if (spoken != null) {
      spoken.forget(now, 0);
    }
    server.meter().forget(now);
  }

  /** Requests that found no place and were not measured. */
  long untracked() {
    Conversations spoken = open.get();
    return spoken == null ? 0 : spoken.untracked();
  }
}
