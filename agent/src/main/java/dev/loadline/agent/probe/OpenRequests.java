package dev.loadline.agent.probe;

import dev.loadline.agent.meter.InFlight;
import dev.loadline.agent.meter.RequestMeter;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The requests of one server between arrival and answer, on whatever threads. */
final class OpenRequests {

  private static final int MOST = 4096;
  private static final String UNKNOWN = "unknown";

  private final RequestMeter meter;
  private final Request reader;
  private final InFlight open = new InFlight(MOST);
  private final AtomicLong untracked = new AtomicLong();

  OpenRequests(RequestMeter meter, Request reader) {
    this.meter = meter;
    this.reader = reader;
  }

  Request reader() {
    return reader;
  }

  /** True if it arrives; false if it is known already, or there is no place for it. */
  boolean arrived(Object request, long now, int stripe) {
    if (open.find(request) >= 0) {
      return false;
    }
    if (!open.begin(request, now)) {
      untracked.incrementAndGet();
      return false;
    }
    meter.begin(now, stripe);
    return true;
  }

  void matched(Object request, String pattern) {
    int slot = open.find(request);
    if (slot >= 0) {
      open.note(slot, pattern);
    }
  }

  void answered(Object request, int stripe) throws Throwable {
    int slot = open.find(request);
    if (slot < 0) {
      return;
    }
    long since = open.since(slot);
    String pattern = open.note(slot);
    if (open.end(slot, request)) {
      count(request, since, pattern, stripe);
    }
  }

  private void count(Object request, long since, @Nullable String pattern, int stripe)
      throws Throwable {
    boolean counted = false;
    try {
      String method = reader.method(request);
      String read = reader.route(request);
      String route = read == null ? pattern : read;
      int status = Math.max(0, reader.status(request));
      counted = true;
      meter.end(
          since,
          System.nanoTime(),
          method == null ? UNKNOWN : method,
          route == null ? UNKNOWN : route,
          status,
          stripe);
    } finally {
      if (!counted) {
        meter.abandon(System.nanoTime(), stripe);
      }
    }
  }

  void forget(long now) {
    open.clear();
    meter.forget(now);
  }

  /** Requests that found no place and were not measured. */
  long untracked() {
    return untracked.get();
  }
}
