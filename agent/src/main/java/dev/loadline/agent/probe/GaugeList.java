package dev.loadline.agent.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The objects whose gauges are read. No lock, for applications start their servers at once. */
final class GaugeList {

  private static final int MOST = 256;

  private final AtomicReference<WatchedGauges[]> all = new AtomicReference<>(new WatchedGauges[0]);

  private WatchedGauges[] now() {
    return Objects.requireNonNull(all.get());
  }

  void begin(ProbeState probe, Object object, Gauges gauges) {
    WatchedGauges added = null;
    while (true) {
      WatchedGauges[] now = now();
      for (WatchedGauges watched : now) {
        if (watched.is(object, gauges)) {
          return;
        }
      }
      if (now.length >= MOST) {
        throw new IllegalStateException("more gauges than " + MOST);
      }
      if (added == null) {
        added = new WatchedGauges(probe, object, gauges);
      }
      WatchedGauges[] next = Arrays.copyOf(now, now.length + 1);
      next[now.length] = added;
      if (all.compareAndSet(now, next)) {
        return;
      }
    }
  }

  void end(Object object) {
    keep(object);
  }

  /** Lets go of objects that are no more. */
  void tidy() {
    for (WatchedGauges watched : now()) {
      if (watched.gone()) {
        keep(this);
        return;
      }
    }
  }

  private void keep(Object ended) {
    while (true) {
      WatchedGauges[] now = now();
      List<WatchedGauges> left = new ArrayList<>();
      for (WatchedGauges watched : now) {
        if (!watched.gone() && !watched.of(ended)) {
          left.add(watched);
        }
      }
      if (all.compareAndSet(now, left.toArray(new WatchedGauges[0]))) {
        return;
      }
    }
  }

  List<WatchedGauges> list() {
    return Arrays.asList(now());
  }
}
