package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Outermost;
import dev.loadline.agent.meter.RequestMeter;
import org.jspecify.annotations.Nullable;

/** A server answers one request. */
final class ExchangeHook extends Hook {

  private static final String UNKNOWN = "unknown";

  private final RequestMeter meter;
  private final Exchange exchange;
  private final Outermost outermost = new Outermost();

  ExchangeHook(Point point, ProbeState state, WatchedServer server, Exchange exchange) {
    super(point, state);
    this.meter = server.meter();
    this.exchange = exchange;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    Thread thread = Thread.currentThread();
    if (thread instanceof AgentThread || !outermost.enter(thread.getId())) {
      return 0L;
    }
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
    try {
      if (argument != null) {
        String method = exchange.method(argument);
        String route = exchange.route(argument);
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
