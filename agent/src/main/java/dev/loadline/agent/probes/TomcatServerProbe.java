package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Gauges;
import dev.loadline.agent.probe.Getter;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Request;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat, alone or embedded: requests, worker threads, connections, those not accepted yet, and
 * WebSockets. The route is the pattern of Spring's controller where there is one, otherwise that of
 * the servlet. An asynchronous request is one until Tomcat recycles it. Threads of an executor that
 * is not Tomcat's own have no limit here.
 */
@AutoService(Probe.class)
@Measures(
    of = "Tomcat",
    value = {
      Measures.REQUESTS,
      "workers: limit; in use now; waiting",
      "sockets: limit; in use now; open WebSockets",
      "queue: connections made and not accepted yet, and how many there may be"
    },
    omits = {
      @Omits(
          value = "integrals of worker threads and sockets",
          because = "the server tells the present figures only, which are read at each scrape"),
      @Omits(
          value = "the limit of threads of an executor that is not Tomcat's own",
          because = "it does not tell")
    })
public final class TomcatServerProbe implements Probe {

  private static final String ENDPOINT = "org.apache.tomcat.util.net.AbstractEndpoint";

  @Override
  public String name() {
    return "tomcat";
  }

  @Override
  public void declare(Plan plan) {
    plan.servers()
        .requests(new TomcatRequest())
        .arrival("org.apache.catalina.core.StandardEngineValve", "invoke")
        .answered(
            "org.apache.catalina.connector.Request", "recycle", "getHttpServletMapping", "isAsync");
    plan.gauges(
            Gauges.of("workers", "tomcat", "getName")
                .limit("getMaxThreads")
                .inUse("getCurrentThreadsBusy")
                .waiting("getExecutor.getQueue.size"),
            Gauges.of("sockets", "tomcat", "getName")
                .limit("getMaxConnections")
                .inUse("getConnectionCount"),
            Gauges.of("queue", "tomcat-accept", "getName")
                .limit("getAcceptCount")
                .acceptsAt("getLocalPort"))
        .start(ENDPOINT, "start")
        .stop(ENDPOINT, "stop");
    plan.gauges(Gauges.of("sockets", "tomcat-websocket").inUseWithin("sessions.size"))
        .fromAny("org.apache.tomcat.websocket.server.WsServerContainer", "registerSession")
        .stop("org.apache.tomcat.websocket.WsWebSocketContainer", "destroy");
  }

  private static final class TomcatRequest implements Request {

    private final Getter method = Getter.of("getMethod");
    private final Getter spring =
        Getter.of(
            "getAttribute", "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
    private final Getter mapping = Getter.of("getHttpServletMapping");
    private final Getter pattern = Getter.of("getPattern");
    private final Getter response = Getter.of("getResponse");
    private final Getter status = Getter.ofInt("getStatus");
    private final Getter async = Getter.of("isAsync");

    @Override
    public @Nullable Object of(Object self, @Nullable Object argument) {
      return argument;
    }

    @Override
    public boolean goesOn(Object request) throws Throwable {
      return Boolean.TRUE.equals(async.get(request));
    }

    @Override
    public @Nullable String method(Object request) throws Throwable {
      return method.text(request);
    }

    @Override
    public @Nullable String route(Object request) throws Throwable {
      String matched = spring.text(request);
      return matched != null ? matched : pattern.text(mapping.get(request));
    }

    @Override
    public int status(Object request) throws Throwable {
      Object answer = response.get(request);
      return answer == null ? 0 : status.number(answer);
    }
  }
}
