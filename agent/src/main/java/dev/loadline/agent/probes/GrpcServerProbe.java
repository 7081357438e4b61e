package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Getter;
import dev.loadline.agent.probe.Match;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Reply;
import dev.loadline.agent.probe.Request;
import dev.loadline.agent.probe.RequestPlan;
import org.jspecify.annotations.Nullable;

/**
 * The server of grpc-java, over whatever transport: a call lasts from the arrival of its headers to
 * the status with which the server closes it, or to its cancellation. The route is the full name of
 * a method that the server has; calls of others, and those within the process, which ask for none,
 * are unknown.
 */
@AutoService(Probe.class)
@Measures(
    of = "gRPC servers",
    value = {
      "requests: calls in flight now, at most and as exact integrals; durations as histograms by"
          + " method and status; rejected, which is RESOURCE_EXHAUSTED or UNAVAILABLE"
    },
    omits = {
      @Omits(value = "the method of calls that no service has", because = "such names have no end"),
      @Omits(
          value = "which method holds the units of a pool",
          because = "a call has no thread of its own")
    })
public final class GrpcServerProbe implements Probe {

  private static final String PACKAGE = "io.grpc.internal.";
  private static final String SERVER = PACKAGE + "ServerImpl$";
  private static final String LISTENER = SERVER + "ServerTransportListenerImpl";

  @Override
  public String name() {
    return "grpc";
  }

  @Override
  public void declare(Plan plan) {
    MethodMatch match = new MethodMatch();
    CallStatus status = new CallStatus();
    RequestPlan calls = plan.servers().protocol("grpc").requests(new Call());
    calls
        .arrival(LISTENER, "streamCreated")
        .replied(PACKAGE + "AbstractServerStream", "close", status)
        .replied(
            "io.grpc.inprocess.InProcessTransport$InProcessStream$InProcessServerStream",
            "close",
            status)
        .ended(SERVER + "JumpToApplicationThreadServerStreamListener", "closed", "stream", status);
    calls
        .ifThere()
        .matchedByArguments(LISTENER, "startCall", match)
        .matchedByArguments(LISTENER, "wrapMethod", match);
  }

  /** The stream stands for the call. */
  private static final class Call implements Request {

    @Override
    public @Nullable Object of(Object self, @Nullable Object stream) {
      return stream;
    }

    @Override
    public boolean goesOn(Object stream) {
      return true;
    }

    @Override
    public @Nullable String method(Object stream) {
      return "POST";
    }

    @Override
    public @Nullable String route(Object stream) {
      return null;
    }

    @Override
    public int status(Object stream) {
      return 0;
    }
  }

  /** The stream, and the method, or its name, that the server has found. */
  private static final class MethodMatch implements Match {

    private final Getter descriptor = Getter.of("getMethodDescriptor");
    private final Getter name = Getter.of("getFullMethodName");

    @Override
    public @Nullable Object request(Object stream, @Nullable Object method) {
      return stream;
    }

    @Override
    public @Nullable String pattern(Object stream, @Nullable Object method) throws Throwable {
      if (method == null || method instanceof String) {
        return (String) method;
      }
      return name.text(descriptor.get(method));
    }
  }

  private static final class CallStatus implements Reply {

    private final Getter code = Getter.of("getCode");
    private final Getter value = Getter.ofInt("value");

    @Override
    public int status(@Nullable Object status) throws Throwable {
      Object of = status == null ? null : code.get(status);
      return of == null ? 2 : value.number(of);
    }
  }
}
