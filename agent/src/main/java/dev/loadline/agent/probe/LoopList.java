package dev.loadline.agent.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The event loops that run. No lock, for loops begin on threads of the application. */
final class LoopList {

  private static final int MOST = 512;

  private final AtomicReference<WatchedLoop[]> all = new AtomicReference<>(new WatchedLoop[0]);

  void begin(WatchedLoop loop) {
    while (true) {
      WatchedLoop[] now = now();
      if (now.length >= MOST) {
        throw new IllegalStateException("more event loops than " + MOST);
      }
      WatchedLoop[] next = Arrays.copyOf(now, now.length + 1);
      next[now.length] = loop;
      if (all.compareAndSet(now, next)) {
        return;
      }
    }
  }

  /** The thread runs no loop any more; so do those that have ended. */
  void end(Thread thread) {
    while (true) {
      WatchedLoop[] now = now();
      List<WatchedLoop> left = new ArrayList<>();
      for (WatchedLoop loop : now) {
        if (!loop.gone() && !loop.is(thread)) {
          left.add(loop);
        }
      }
      if (all.compareAndSet(now, left.toArray(new WatchedLoop[0]))) {
        return;
      }
    }
  }

  void tidy() {
    for (WatchedLoop loop : now()) {
      if (loop.gone()) {
        end(Thread.currentThread());
        return;
      }
    }
  }

  private WatchedLoop[] now() {
    return Objects.requireNonNull(all.get());
  }

  List<WatchedLoop> list() {
    return Arrays.asList(now());
  }
}
