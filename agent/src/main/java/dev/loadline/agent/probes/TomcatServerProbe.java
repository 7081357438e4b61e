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
 * Tomcat, alone or embedded: requests, worker threads and connections. The route is the pattern of
 * Spring's controller where there is one, otherwise that of the servlet. An asynchronous request is
 * one until Tomcat recycles it. Threads of an executor that is not Tomcat's own have no limit here.
 */
@AutoService(Probe.class)
@Measures(
    of = "Tomcat",
    value = {
      Measures.REQUESTS,
      "workers: limit; in use now; waiting",
      "sockets: limit; in use now"
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
    plan.arrival("org.apache.catalina.core.StandardEngineValve", "invoke", new TomcatRequest())
        .answered(
            "org.apache.catalina.connector.Request", "recycle", "getHttpServletMapping", "isAsync")
        .gauges(
            ENDPOINT,
            "start",
            "stop",
            Gauges.of("workers", "tomcat", "getName")
                .limit("getMaxThreads")
                .inUse("getCurrentThreadsBusy")
                .waiting("getExecutor.getQueue.size"),
            Gauges.of("sockets", "tomcat", "getName")
                .limit("getMaxConnections")
                .inUse("getConnectionCount"));
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
