package dev.loadline.agent.host;

import java.io.File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The TCP sockets of the network namespace: how many in each state, established ones by whom we
 * called and by the port on which we were called, and who waits to be accepted.
 */
public final class Sockets {

  /** The name that the peers and ports beyond the most frequent ones go under. */
  public static final String OTHER = "other";

  private static final int SHOWN = 20;
  private static final int ESTABLISHED = 1;
  private static final int LISTEN = 10;
  private static final String[] STATES = {
    "",
    "established",
    "syn_sent",
    "syn_recv",
    "fin_wait1",
    "fin_wait2",
    "time_wait",
    "close",
    "close_wait",
    "last_ack",
    "listen",
    "closing",
    "new_syn_recv"
  };

  private final Map<String, Long> states = new TreeMap<>();
  private final Map<String, Long> called = new HashMap<>();
  private final Map<String, Long> callers = new HashMap<>();
  private final Map<String, Long> queues = new HashMap<>();

  private Sockets(List<SocketTable.Row> rows) {
    Set<Integer> listening = new HashSet<>();
    for (SocketTable.Row row : rows) {
      count(states, row.state > 0 && row.state < STATES.length ? STATES[row.state] : OTHER, 1);
      if (row.state == LISTEN) {
        listening.add(row.localPort);
        count(callers, ":" + row.localPort, 0);
        count(queues, ":" + row.localPort, row.received);
      }
    }
    for (SocketTable.Row row : rows) {
      if (row.state == ESTABLISHED) {
        boolean inbound = listening.contains(row.localPort);
        count(inbound ? callers : called, inbound ? ":" + row.localPort : row.remote, 1);
      }
    }
  }

  /** Reads anew; null where there is no such table, or it is too long. */
  static @Nullable Sockets read(File root, SocketTable table) {
    File directory = new File(root, "proc/self/net");
    boolean whole =
        table.read(new File(directory, "tcp")) && table.read(new File(directory, "tcp6"));
    return whole ? new Sockets(table.rows()) : null;
  }

  private static void count(Map<String, Long> counts, String name, long more) {
    Long before = counts.get(name);
    counts.put(name, before == null ? more : before + more);
  }

  private static final class MostFirst implements Comparator<Map.Entry<String, Long>> {
    @Override
    public int compare(Map.Entry<String, Long> one, Map.Entry<String, Long> other) {
      int most = Long.compare(other.getValue(), one.getValue());
      return most != 0 ? most : one.getKey().compareTo(other.getKey());
    }
  }

  private static Map<String, Long> folded(Map<String, Long> counts) {
    List<Map.Entry<String, Long>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(new MostFirst());
    Map<String, Long> folded = new LinkedHashMap<>();
    for (Map.Entry<String, Long> entry : sorted) {
      count(folded, folded.size() < SHOWN ? entry.getKey() : OTHER, entry.getValue());
    }
    return folded;
  }

  /** Sockets by state, in the kernel's words. */
  public Map<String, Long> states() {
    return states;
  }

  /** Established connections that began here, by {@code address:port} of the peer. */
  public Map<String, Long> called() {
    return folded(called);
  }

  /** Established connections by the listening port that they came to, {@code :8080}. */
  public Map<String, Long> callers() {
    return folded(callers);
  }

  /** Connections that wait for {@code accept} on this port; null if nobody listens. */
  public @Nullable Long queue(long port) {
    return queues.get(":" + port);
  }

  /** Connections that wait for {@code accept}, by listening port. */
  public Map<String, Long> queues() {
    return folded(queues);
  }
}
