package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Histogram;
import dev.loadline.agent.meter.HoldTraces;
import dev.loadline.agent.meter.Holds;
import dev.loadline.agent.meter.Marks;
import dev.loadline.agent.meter.Outermost;
import dev.loadline.agent.meter.PoolMeter;
import dev.loadline.agent.meter.RequestMeter;
import dev.loadline.agent.meter.Turns;
import dev.loadline.agent.meter.Units;
import dev.loadline.agent.meter.Waits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** All pools and servers under watch. Looking one up takes no lock and allocates nothing. */
public final class Watch {

  private static final int MOST_POOLS = 256;
  private static final int MOST_HOLDS = 1024;
  private static final int MOST_UNITS = 2048;
  private static final int MOST_WAITS = 4096;
  private static final int MOST_ROUTES = 2_000;
  private static final int MOST_OPERATIONS = 32;

  private final AtomicReference<WatchedPool[]> pools = new AtomicReference<>(new WatchedPool[0]);
  private final List<WatchedServer> servers = new ArrayList<>();
  private final List<Subjects> subjects = new ArrayList<>();
  private final AtomicInteger routes = new AtomicInteger(MOST_ROUTES);
  private final Turns turns = new Turns();
  private final Holds holds = new Holds(MOST_HOLDS, turns);
  private final Units units = new Units(MOST_UNITS, turns);
  private final Marks marks = new Marks();
  private final Outermost borrowing = new Outermost();

  private final ExecutorWatch executors = new ExecutorWatch(turns);
  private final Waits waits = new Waits(MOST_WAITS);
  private final List<Writers> writers = new ArrayList<>();
  private final Histogram pins = new Histogram();
  private @Nullable ProbeState pinning;
  private final GaugeList gauges = new GaugeList();
  private final List<OpenRequests> openRequests = new ArrayList<>();
  private final AtomicInteger operations = new AtomicInteger(MOST_OPERATIONS);
  private final Map<String, Clients> clients = new LinkedHashMap<>();
  private volatile KeyPrefixes keyPrefixes = new KeyPrefixes(Collections.emptyList());
  private @Nullable HoldTraces traces;

  Turns turns() {
    return turns;
  }

  Holds holds() {
    return holds;
  }

  Units units() {
    return units;
  }

  /** Since when threads wait for units. */
  Marks marks() {
    return marks;
  }

  /** The threads that ask a pool for something now. */
  Outermost borrowing() {
    return borrowing;
  }

  Waits waits() {
    return waits;
  }

  /** The server of this probe, the same for all its verbs. */
  WatchedServer server(ProbeState probe) {
    for (WatchedServer known : servers) {
      if (known.library().equals(probe.name())) {
        return known;
      }
    }
    WatchedServer server = new WatchedServer(probe, new RequestMeter(System.nanoTime(), routes));
    servers.add(server);
    return server;
  }

  Caches caches(ProbeState probe, SubjectTraits traits) {
    Caches caches = new Caches(probe, traits);
    subjects.add(caches);
    return caches;
  }

  Writers writers(ProbeState probe, String prefix, String... addresses) {
    Writers added = new Writers(probe.name(), prefix, addresses);
    writers.add(added);
    return added;
  }

  /** The databases that have one writer, by library. */
  public List<Writers> writers() {
    return writers;
  }

  Histogram pins(ProbeState probe) {
    pinning = probe;
    return pins;
  }

  /** Waits of pinned virtual threads; null where none can be seen. */
  public @Nullable Histogram pins() {
    return pinning != null && "matched".equals(pinning.word()) ? pins : null;
  }

  Limiters limiters(ProbeState probe, SubjectTraits traits, boolean returned, boolean together) {
    Limiters limiters = new Limiters(probe, traits, returned, together);
    subjects.add(limiters);
    return limiters;
  }

  private WatchedPool[] all() {
    return Objects.requireNonNull(pools.get());
  }

  @Nullable PoolMeter meterOf(Object pool) {
    int hash = System.identityHashCode(pool);
    for (WatchedPool watched : all()) {
      if (watched.hash() == hash && watched.is(pool)) {
        return watched.meter();
      }
    }
    return null;
  }

  PoolMeter begin(WatchedPool pool) {
    while (true) {
      WatchedPool[] now = all();
      for (WatchedPool watched : now) {
        if (watched.hash() == pool.hash() && !watched.gone() && same(watched, pool)) {
          return watched.meter();
        }
      }
      if (now.length >= MOST_POOLS) {
        throw new IllegalStateException("more pools than " + MOST_POOLS);
      }
      WatchedPool[] next = Arrays.copyOf(now, now.length + 1);
      next[now.length] = pool;
      if (pools.compareAndSet(now, next)) {
        return pool.meter();
      }
    }
  }

  private static boolean same(WatchedPool watched, WatchedPool pool) {
    Object candidate = pool.target();
    return candidate != null && watched.is(candidate);
  }

  void end(Object pool, long now) {
    for (WatchedPool watched : all()) {
      if (watched.is(pool)) {
        remove(watched);
        holds.forget(watched.meter(), now);
        units.forget(watched.meter(), now);
        waits.forget(watched.meter());
      }
    }
  }

  private void remove(WatchedPool gone) {
    while (true) {
      WatchedPool[] now = all();
      List<WatchedPool> left = new ArrayList<>();
      for (WatchedPool watched : now) {
        if (watched != gone) {
          left.add(watched);
        }
      }
      if (pools.compareAndSet(now, left.toArray(new WatchedPool[0]))) {
        return;
      }
    }
  }

  /** Lets go of pools that are no more, and keeps the integrals up to date. */
  void tidy(long now) {
    for (WatchedPool watched : all()) {
      watched.meter().settle(now);
      if (watched.gone() || !watched.works()) {
        remove(watched);
        holds.forget(watched.meter(), now);
        units.forget(watched.meter(), now);
        waits.forget(watched.meter());
      }
    }
    for (WatchedServer server : servers) {
      server.meter().settle(now);
    }
    for (Subjects each : subjects) {
      each.tidy(now);
    }
    units.tidy(now);
    if (traces != null) {
      traces.tidy();
    }
    marks.tidy(now);
    turns.tidy(now);
    gauges.tidy();
    executors.tidy(now);
    for (Clients each : clients.values()) {
      each.settle(now);
    }
    loops.tidy();
  }

  void forget(long now) {
    turns.forget();
    borrowing.clear();
    holds.forget(null, now);
    units.forget(null, now);
    marks.forget(now);
    waits.forget(null);
    executors.forget(now);
    for (WatchedPool watched : all()) {
      watched.meter().forgetWaits();
    }
    for (Subjects each : subjects) {
      each.forget(now);
    }
    for (Clients each : clients.values()) {
      each.forget(now);
    }
  }

  /** The pools in the order in which they were first used. */
  public List<WatchedPool> pools() {
    return Arrays.asList(all());
  }

  /** The servers, one per library. */
  public List<WatchedServer> servers() {
    return servers;
  }

  /** The caches and limiters, by library. */
  public List<Subjects> subjects() {
    return subjects;
  }

  /** Holds and requests that could not be followed because too many were open. */
  public long untrackedHolds() {
    long sum = holds.untracked() + units.untracked() + waits.untracked() + executors.untracked();
    for (OpenRequests requests : openRequests) {
      sum += requests.untracked();
    }
    for (Pipelined each : pipelines) {
      sum += each.untracked();
    }
    for (Clients each : clients.values()) {
      sum += each.untracked();
    }
    return sum;
  }

  /** To be called before anything is hooked. */
  void trace(HoldTraces some) {
    traces = some;
    holds.trace(some);
    units.trace(some);
  }

  /** Where long holds began; null if nobody asked for it. */
  public @Nullable HoldTraces traces() {
    return traces;
  }

  /** How many units of a pool are held beyond the threshold of {@link #traces}. */
  public int leakSuspects(WatchedPool pool, long threshold, long now) {
    return holds.heldLonger(pool.meter(), threshold, now)
        + units.heldLonger(pool.meter(), threshold, now);
  }

  void follow(OpenRequests requests) {
    openRequests.add(requests);
  }

  GaugeList gaugeList() {
    return gauges;
  }

  /** Objects that say themselves how much is in use, in the order in which they were started. */
  public List<WatchedGauges> gauges() {
    return gauges.list();
  }

  /** The pools of threads. */
  public ExecutorWatch executors() {
    return executors;
  }

  /** What the library of this probe talks to, the same for all its verbs. */
  Clients clients(ProbeState probe) {
    Clients known = clients.get(probe.name());
    if (known == null) {
      known = new Clients(probe, this, operations);
      clients.put(probe.name(), known);
    }
    return known;
  }

  /** The servers that libraries of this application talk to. */
  public List<WatchedClient> clients() {
    List<WatchedClient> list = new ArrayList<>();
    for (Clients each : clients.values()) {
      list.addAll(each.list());
    }
    return list;
  }

  KeyPrefixes keyPrefixes() {
    return keyPrefixes;
  }

  /** The beginnings of keys to tell apart where hits and misses are counted; before any is. */
  public void keyPrefixes(List<String> prefixes) {
    keyPrefixes = new KeyPrefixes(prefixes);
  }

  private final List<Pipelined> pipelines = new ArrayList<>();

  void follow(Pipelined requests) {
    pipelines.add(requests);
  }

  private final LoopList loops = new LoopList();

  LoopList loopList() {
    return loops;
  }

  /** The event loops that run, in the order in which they were started. */
  public List<WatchedLoop> loops() {
    return loops.list();
  }
}
