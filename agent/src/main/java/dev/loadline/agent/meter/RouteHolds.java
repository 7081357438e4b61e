package dev.loadline.agent.meter;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How long the requests of each route have held what is of one pool: who eats the pool. */
final class RouteHolds {

  private static final int MOST = 64;
  private static final String UNKNOWN = "unknown";

  private final AtomicReference<Share[]> shares = new AtomicReference<>(new Share[0]);
  private final AtomicLong other = new AtomicLong();
  private final AtomicLong unknown = new AtomicLong();

  private static final class Share {

    private final String route;
    private final AtomicLong nanos = new AtomicLong();

    Share(String route) {
      this.route = route;
    }
  }

  /** Adds a hold of the requests of this route; null where the route cannot be told. */
  void add(@Nullable String route, long nanos) {
    if (route == null) {
      unknown.getAndAdd(nanos);
    } else {
      Share share = share(route);
      (share == null ? other : share.nanos).getAndAdd(nanos);
    }
  }

  private Share[] all() {
    return Objects.requireNonNull(shares.get());
  }

  private @Nullable Share share(String route) {
    while (true) {
      Share[] now = all();
      for (Share share : now) {
        if (share.route.equals(route)) {
          return share;
        }
      }
      if (now.length == MOST) {
        return null;
      }
      Share[] next = java.util.Arrays.copyOf(now, now.length + 1);
      next[now.length] = new Share(route);
      if (shares.compareAndSet(now, next)) {
        return next[now.length];
      }
    }
  }

  /** Seconds by route; of more than 64 routes those seen last are added up as {@code other}. */
  SortedMap<String, Double> read(long unknownNanos) {
    SortedMap<String, Double> seconds = new TreeMap<>();
    put(seconds, UNKNOWN, unknown.get() + unknownNanos);
    put(seconds, Route.OTHER, other.get());
    for (Share share : all()) {
      put(seconds, share.route, share.nanos.get());
    }
    return seconds;
  }

  private static void put(SortedMap<String, Double> seconds, String route, long nanos) {
    if (nanos > 0) {
      Double there = seconds.get(route);
      seconds.put(route, (there == null ? 0 : there) + nanos / 1e9);
    }
  }
}
