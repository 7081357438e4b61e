package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Outermost;
import dev.loadline.agent.meter.RequestMeter;
import dev.loadline.agent.meter.Turns;
import org.jspecify.annotations.Nullable;

/** A server answers one request. */
final class ExchangeHook extends Hook {

  private static final String UNKNOWN = "unknown";

  private final RequestMeter meter;
  private final Exchange exchange;
  private final Turns turns;
  private final Outermost outermost = new Outermost();

  ExchangeHook(
      Point point, ProbeState state, WatchedServer server, Exchange exchange, Turns turns) {
    super(point, state);
    this.turns = turns;
    this.meter = server.meter();
    this.exchange = exchange;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    Thread thread = Thread.currentThread();
    if (thread instanceof AgentThread || !outermost.enter(thread.getId())) {
      return 0L;
    }
    turns.begin(thread.getId());
    meter.begin(now, (int) thread.getId());
    return now;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown)
      throws Throwable {
    long thread = Thread.currentThread().getId();
    outermost.exit(thread);
    boolean counted = false;
    String route = null;
    try {
      if (argument != null) {
        String method = exchange.method(argument);
        route = exchange.route(argument);
        int status = Math.max(0, exchange.status(argument));
        counted = true;
        meter.end(
            since,
            System.nanoTime(),
            method == null ? UNKNOWN : method,
            route == null ? UNKNOWN : route,
            status,
            (int) thread);
      }
    } finally {
      turns.end(thread, route);
      if (!counted) {
        meter.abandon(System.nanoTime(), (int) thread);
      }
    }
  }

  @Override
  void forget(long now) {
    outermost.clear();
    meter.forget(now);
  }
}
