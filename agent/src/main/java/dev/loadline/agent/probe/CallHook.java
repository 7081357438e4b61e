package dev.loadline.agent.probe;

import dev.loadline.agent.meter.RequestMeter;
import org.jspecify.annotations.Nullable;

/** The application makes an HTTP request and has the response, or none, when the method returns. */
final class CallHook extends Hook {

  private static final String UNKNOWN = "unknown";

  private final Clients clients;
  private final Outgoing calls;

  CallHook(Point point, ProbeState state, Clients clients, Outgoing calls) {
    super(point, state);
    this.clients = clients;
    this.calls = calls;
  }

  private RequestMeter meter(Object call, long now) throws Throwable {
    return clients.of(calls.host(call), calls.port(call), now).meter();
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) throws Throwable {
    if (self == null) {
      return 0L;
    }
    meter(self, now).begin(now, stripe());
    return now;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object response,
      @Nullable Throwable thrown)
      throws Throwable {
    if (self == null) {
      return;
    }
    String method = calls.method(self);
    String error = thrown == null ? "" : thrown.getClass().getName();
    int status = response == null ? 0 : Math.max(0, calls.status(response));
    meter(self, since)
        .end(since, System.nanoTime(), method == null ? UNKNOWN : method, error, status, stripe());
  }
}
