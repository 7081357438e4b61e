package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Fields;
import dev.loadline.agent.probe.Gauges;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Outgoing;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import org.jspecify.annotations.Nullable;

/**
 * OkHttp from 3.0 on. The dispatcher is a pool of turns for asynchronous calls: they wait until
 * neither its limit nor that of one host is reached. Every call, synchronous ones too, is counted
 * by the host and method of the request that was made first, redirections included. Connections in
 * use are read, and have no limit.
 */
@AutoService(Probe.class)
@Measures(
    of = "OkHttp",
    value = {
      Measures.POOL + "; it is the dispatcher, whose units are turns of asynchronous calls",
      "calls: in flight now; durations as histograms by host, method, status and error",
      "sockets: connections in use now"
    },
    omits = {
      @Omits(
          value = "the limit of calls to one host",
          because = "the limit shown is that of the dispatcher"),
      @Omits(value = "the limit of connections", because = "there is one of idle connections only"),
      @Omits(value = "single redirections", because = "they count within the call")
    })
public final class OkHttpProbe implements Probe {

  private static final String DISPATCHER = "okhttp3.Dispatcher";
  private static final String INTERNAL = "okhttp3.internal.connection.";

  @Override
  public String name() {
    return "okhttp";
  }

  @Override
  public void declare(Plan plan) {
    Gauges connections =
        Gauges.of("sockets", "okhttp").inUse("connectionCount").idle("idleConnectionCount");
    Outgoing calls = new OkHttpCalls();
    plan.turns("getMaxRequests")
        .queued(DISPATCHER, "enqueue")
        .dropped(DISPATCHER, "finished")
        .runs("okhttp3.RealCall$AsyncCall", "run", "execute", "failRejected")
        .runs(INTERNAL + "RealCall$AsyncCall", "run", "execute", "failRejected");
    plan.clients()
        .calls("okhttp3.RealCall", "getResponseWithInterceptorChain", calls)
        .calls(INTERNAL + "RealCall", "getResponseWithInterceptorChain", calls);
    plan.gauges(connections).ifThere().from("okhttp3.ConnectionPool", "put");
    plan.gauges(connections).from(INTERNAL + "RealConnectionPool", "put");
  }

  private static final class OkHttpCalls implements Outgoing {

    private final Fields request = Fields.named("originalRequest");
    private final Fields url = Fields.named("url");
    private final Fields host = Fields.named("host");
    private final Fields port = Fields.named("port");
    private final Fields method = Fields.named("method");
    private final Fields code = Fields.named("code");

    @Override
    public @Nullable String host(Object call) throws Throwable {
      Object name = host.of(url.of(request.of(call)));
      return name instanceof String ? (String) name : null;
    }

    @Override
    public int port(Object call) throws Throwable {
      return port.number(url.of(request.of(call)));
    }

    @Override
    public @Nullable String method(Object call) throws Throwable {
      Object name = method.of(request.of(call));
      return name instanceof String ? (String) name : null;
    }

    @Override
    public int status(Object response) throws Throwable {
      return code.number(response);
    }
  }
}
