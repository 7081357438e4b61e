package dev.loadline.agent.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The requests of one server: those in flight, and durations by method, route and status. */
public final class RequestMeter {

  private final Occupancy occupancy;
  private final Histogram durations = new Histogram();
  private final AtomicReference<@Nullable Route[]> routes =
      new AtomicReference<>(new @Nullable Route[16]);
  private final AtomicInteger budget;
  private final AtomicLong folded = new AtomicLong();

  /**
   * @param budget how many more kinds of request may be told apart, shared between servers
   */
  public RequestMeter(long now, AtomicInteger budget) {
    occupancy = new Occupancy(now);
    this.budget = budget;
  }

  /** A request arrives. */
  public void begin(long now, int stripe) {
    occupancy.begin(now, stripe);
  }

  /** A request has left without an answer that could be counted. */
  public void abandon(long now, int stripe) {
    occupancy.end(now, stripe);
  }

  /** A request is answered. */
  public void end(long since, long now, String method, String path, int status, int stripe) {
    occupancy.end(now, stripe);
    durations.record(now - since, stripe);
    Route route = route(method, path, status);
    if (route != null) {
      route.durationMeter().record(now - since, stripe);
    }
  }

  private @Nullable Route route(String method, String path, int status) {
    Route known = find(routes.get(), method, path, status);
    if (known != null) {
      return known;
    }
    if (budget.get() > 0 && budget.getAndDecrement() > 0) {
      return add(method, path, status);
    }
    folded.incrementAndGet();
    Route other = find(routes.get(), Route.OTHER, Route.OTHER, status);
    return other != null || status < 0 || status > 599
        ? other
        : add(Route.OTHER, Route.OTHER, status);
  }

  private static @Nullable Route find(
      @Nullable Route[] table, String method, String path, int status) {
    int mask = table.length - 1;
    for (int i = Route.hash(method, path, status) & mask; ; i = i + 1 & mask) {
      Route there = table[i];
      if (there == null || there.is(method, path, status)) {
        return there;
      }
    }
  }

  private Route add(String method, String path, int status) {
    Route route = new Route(method, path, status);
    while (true) {
      @Nullable Route[] table = routes.get();
      Route there = find(table, method, path, status);
      if (there != null) {
        budget.incrementAndGet();
        return there;
      }
      if (routes.compareAndSet(table, with(table, route))) {
        return route;
      }
    }
  }

  private static @Nullable Route[] with(@Nullable Route[] table, Route route) {
    int used = 1;
    for (Route there : table) {
      used += there == null ? 0 : 1;
    }
    @Nullable Route[] next =
        new @Nullable Route[used * 2 > table.length ? table.length * 2 : table.length];
    for (Route there : table) {
      if (there != null) {
        put(next, there);
      }
    }
    put(next, route);
    return next;
  }

  private static void put(@Nullable Route[] table, Route route) {
    int mask = table.length - 1;
    int i = Route.hash(route.method(), route.path(), route.status()) & mask;
    while (table[i] != null) {
      i = i + 1 & mask;
    }
    table[i] = route;
  }

  /** Forgets requests under way, whose ends nobody will see. */
  public void forget(long now) {
    occupancy.drain(now);
  }

  /** Brings the integrals up to date. */
  public void settle(long now) {
    occupancy.settle(now);
  }

  /** Requests in flight and their integrals; begins a new peak. */
  public Occupancy.Reading occupancy(long now) {
    return occupancy.read(now);
  }

  /** Durations of all requests together. */
  public Histogram.Counts durations() {
    return durations.read();
  }

  /** The kinds of request told apart. */
  public List<Route> routes() {
    List<Route> all = new ArrayList<>();
    for (Route route : routes.get()) {
      if (route != null) {
        all.add(route);
      }
    }
    return all;
  }

  /** Requests counted under {@code other} because there were too many kinds. */
  public long folded() {
    return folded.get();
  }
}
