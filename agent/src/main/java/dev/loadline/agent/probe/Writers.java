package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Outermost;
import dev.loadline.agent.meter.WriterMeter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The databases of one library that have one writer, by their addresses: the first 64 that are
 * used.
 */
public final class Writers {

  private static final int MOST = 64;

  final OpenWrites open = new OpenWrites();
  final Outermost outermost = new Outermost();

  private final String library;
  private final String prefix;
  private final Getter[] addresses;
  private @Nullable ProbeState waiting;
  private String waitingIn = "";
  private final AtomicReference<WatchedWriter[]> all = new AtomicReference<>(new WatchedWriter[0]);

  /**
   * @param prefix what addresses begin with
   * @param addresses getters of a connection's address, of which one is enough
   */
  Writers(String library, String prefix, String... addresses) {
    this.library = library;
    this.prefix = prefix;
    this.addresses = new Getter[addresses.length];
    for (int i = 0; i < addresses.length; i++) {
      this.addresses[i] = Getter.ifThere(addresses[i]);
    }
  }

  /** Many may write at once; they only wait for each other, inside this class. */
  Writers onlyWaits(ProbeState probe, String type) {
    waiting = probe;
    waitingIn = type;
    return this;
  }

  /** Whether many may write at once, so that there are waits and nothing else. */
  public boolean onlyWaits() {
    return waiting != null;
  }

  /** Whether waits are seen. */
  public boolean seesWaits() {
    return waiting == null || waiting.seen(waitingIn);
  }

  private WatchedWriter[] now() {
    return Objects.requireNonNull(all.get());
  }

  /** Null if there are too many, or the connection does not tell; allocates at first use only. */
  @Nullable WriterMeter meterOf(Object connection, long since) throws Throwable {
    Object address = null;
    for (Getter each : addresses) {
      address = address == null ? each.get(connection) : address;
    }
    if (!(address instanceof String)) {
      return null;
    }
    for (WatchedWriter known : now()) {
      if (known.is((String) address)) {
        return known.meter();
      }
    }
    return add((String) address, since);
  }

  private @Nullable WriterMeter add(String address, long since) {
    if (now().length >= MOST) {
      return null;
    }
    WatchedWriter added = WatchedWriter.of(address, prefix, since);
    while (true) {
      WatchedWriter[] before = now();
      for (WatchedWriter known : before) {
        if (known.is(address)) {
          return known.meter();
        }
        added = known.same(added) ? added.of(known) : added;
      }
      WatchedWriter[] next = Arrays.copyOf(before, before.length + 1);
      next[before.length] = added;
      if (all.compareAndSet(before, next)) {
        return added.meter();
      }
    }
  }

  void forget() {
    open.clear();
    outermost.clear();
  }

  /** The library. */
  public String library() {
    return library;
  }

  /** The files, each once, in the order of first use; what is in memory only has no name. */
  public List<WatchedWriter> all() {
    List<WatchedWriter> files = new ArrayList<>();
    for (WatchedWriter each : now()) {
      boolean told = each.name().isEmpty();
      for (WatchedWriter other : files) {
        told |= other.meter() == each.meter();
      }
      if (!told) {
        files.add(each);
      }
    }
    return files;
  }
}
