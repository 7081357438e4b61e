package dev.loadline.agent.probe;

import dev.loadline.agent.meter.InFlight;
import dev.loadline.agent.meter.RequestMeter;
import dev.loadline.agent.meter.Turns;
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
  private final Turns turns;
  private final long[] turnOf = new long[MOST];

  OpenRequests(RequestMeter meter, Request reader, Turns turns) {
    this.turns = turns;
    this.meter = meter;
    this.reader = reader;
  }

  Request reader() {
    return reader;
  }

  /**
   * True if it arrives, or goes on upon a thread that answers no other; false if it is known and
   * the thread is at it already, or there is no place for it.
   */
  boolean arrived(Object request, long now, int stripe) {
    int known = open.find(request);
    if (known >= 0) {
      return goesOn(known);
    }
    if (!open.begin(request, now)) {
      untracked.incrementAndGet();
      return false;
    }
    int slot = open.find(request);
    if (slot >= 0) {
      turnOf[slot] = turns.begin(Thread.currentThread().getId());
    }
    meter.begin(now, stripe);
    return true;
  }

  private boolean goesOn(int slot) {
    long thread = Thread.currentThread().getId();
    long turn = turns.current(thread) == Turns.NONE ? turns.begin(thread) : Turns.NONE;
    if (turn == Turns.NONE) {
      return false;
    }
    turnOf[slot] = turn;
    return true;
  }

  /** The thread on which a request arrived is done with it, whether it is answered or not. */
  void left() {
    turns.end(Thread.currentThread().getId(), null);
  }

  void matched(Object request, String pattern) {
    int slot = open.find(request);
    if (slot >= 0) {
      open.note(slot, pattern);
    }
  }

  void routed(Object request, String pattern) {
    int slot = open.find(request);
    if (slot >= 0) {
      open.renote(slot, pattern);
    }
  }

  void answered(Object request, int stripe) throws Throwable {
    answered(request, null, request, stripe);
  }

  /** Answered with a status that is read from what ends it, or with null by the reader. */
  void answered(Object request, @Nullable Reply reply, @Nullable Object end, int stripe)
      throws Throwable {
    int slot = open.find(request);
    if (slot < 0) {
      return;
    }
    long since = open.since(slot);
    long turn = turnOf[slot];
    String pattern = open.note(slot);
    if (open.end(slot, request)) {
      count(request, reply, end, since, turn, pattern, stripe);
    }
  }

  private void count(
      Object request,
      @Nullable Reply reply,
      @Nullable Object end,
      long since,
      long turn,
      @Nullable String pattern,
      int stripe)
      throws Throwable {
    boolean counted = false;
    try {
      String method = reader.method(request);
      String read = reader.route(request);
      String route = read == null ? pattern : read;
      if (route != null) {
        turns.told(Thread.currentThread().getId(), turn, route);
      }
      int status = Math.max(0, reply == null ? reader.status(request) : reply.status(end));
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
