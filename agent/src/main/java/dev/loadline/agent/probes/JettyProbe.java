package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Gauges;
import dev.loadline.agent.probe.Getter;
import dev.loadline.agent.probe.Match;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Request;
import org.jspecify.annotations.Nullable;

/**
 * Jetty, up to 11 and from 12 on, which share no class that a request passes: requests, worker
 * threads, connections, those not accepted yet, and WebSockets, of Jetty's own clients too. The
 * route is the pattern of Spring's controller where there is one, otherwise that of the servlet;
 * where nothing says it, it is unknown. Threads that acceptors and selectors keep for themselves
 * count neither as limit nor as in use.
 */
@AutoService(Probe.class)
@Measures(
    of = "Jetty",
    value = {
      Measures.REQUESTS,
      "workers: limit; in use now; waiting",
      "sockets: in use now; open WebSockets, of Jetty's own clients too",
      "queue: connections made and not accepted yet, and how many there may be"
    },
    omits = {
      @Omits(
          value = "integrals of the worker threads",
          because = "the server tells the present figures only, which are read at each scrape"),
      @Omits(
          value = "the route in Jetty 9.4 of a servlet with several patterns",
          because = "it does not say which of them matched")
    })
public final class JettyProbe implements Probe {

  private static final String STATE = "org.eclipse.jetty.server.HttpChannelState";
  private static final String STATE_12 = "org.eclipse.jetty.server.internal.HttpChannelState";

  private static final String POOL = "org.eclipse.jetty.util.thread.QueuedThreadPool";
  private static final String CONNECTOR = "org.eclipse.jetty.server.ServerConnector";

  private static final String[] TRACKERS = {
    "org.eclipse.jetty.websocket.common.SessionTracker",
    "org.eclipse.jetty.websocket.javax.common.SessionTracker",
    "org.eclipse.jetty.websocket.jakarta.common.SessionTracker",
    "org.eclipse.jetty.ee8.websocket.common.SessionTracker",
    "org.eclipse.jetty.ee8.websocket.javax.common.SessionTracker",
    "org.eclipse.jetty.ee9.websocket.common.SessionTracker",
    "org.eclipse.jetty.ee9.websocket.jakarta.common.SessionTracker",
    "org.eclipse.jetty.ee10.websocket.jakarta.common.SessionTracker",
    "org.eclipse.jetty.ee11.websocket.jakarta.common.SessionTracker"
  };

  @Override
  public String name() {
    return "jetty";
  }

  @Override
  public void declare(Plan plan) {
    plan.servers()
        .requests(new JettyRequest("getBaseRequest"))
        .arrival(STATE, "handling")
        .matched("org.eclipse.jetty.servlet.ServletHolder", "handle", new HolderMatch())
        .answered(STATE, "completed", "getBaseRequest");
    plan.servers()
        .requests(new JettyRequest12())
        .arrival(STATE_12, "onRequest")
        .matched("org.eclipse.jetty.ee10.servlet.ServletChannel", "handle", new ChannelMatch())
        .matched("org.eclipse.jetty.ee11.servlet.ServletChannel", "handle", new ChannelMatch())
        .answered(STATE_12, "completeStream", "getRequest", "getResponse");
    plan.gauges(
            Gauges.of("workers", "jetty")
                .limit("getMaxAvailableThreads")
                .inUse("getUtilizedThreads")
                .waiting("getQueueSize"))
        .start(POOL, "doStart")
        .stop(POOL, "doStop");
    plan.gauges(
            Gauges.of("sockets", "jetty", "getLocalPort").inUse("getConnectedEndPoints.size"),
            Gauges.of("queue", "jetty-accept", "getLocalPort")
                .limit("getAcceptQueueSize")
                .acceptsAt("getLocalPort"))
        .start(CONNECTOR, "doStart")
        .stop(CONNECTOR, "doStop");
    for (String tracker : TRACKERS) {
      plan.gauges(Gauges.of("sockets", "jetty-websocket").inUse("getNumSessions"))
          .fromAny(tracker, "on")
          .stop(tracker, "doStop");
    }
  }

  /** The state of a channel stands for the request that the channel has at the time. */
  private static class JettyRequest implements Request {

    private final Getter request;
    private final Getter method = Getter.of("getMethod");
    private final Getter spring =
        Getter.of(
            "getAttribute", "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
    private final Getter status = Getter.ofInt("getStatus");
    private final Getter response = Getter.of("getResponse");

    JettyRequest(String request) {
      this.request = Getter.of(request);
    }

    @Override
    public @Nullable Object of(Object self, @Nullable Object argument) {
      return self;
    }

    @Override
    public boolean goesOn(Object state) {
      return true;
    }

    @Override
    public @Nullable String method(Object state) throws Throwable {
      return method.text(request.get(state));
    }

    @Override
    public @Nullable String route(Object state) throws Throwable {
      return spring.text(request.get(state));
    }

    @Override
    public int status(Object state) throws Throwable {
      Object owner = owner(state);
      Object answer = owner == null ? null : response.get(owner);
      return answer == null ? 0 : status.number(answer);
    }

    /** What has the response. */
    @Nullable Object owner(Object state) throws Throwable {
      return request.get(state);
    }
  }

  private static final class JettyRequest12 extends JettyRequest {

    JettyRequest12() {
      super("getRequest");
    }

    @Override
    @Nullable Object owner(Object state) {
      return state;
    }
  }

  /**
   * Jetty 10 and 11 know the pattern; in 9.4 it is known of servlets that have one pattern only.
   */
  private static final class HolderMatch implements Match {

    private final Getter state = Getter.of("getHttpChannelState");
    private final Getter mapping = Getter.ifThere("getServletPathMapping");
    private final Getter pattern = Getter.of("getPattern");
    private final Getter handler = Getter.of("getServletHandler");
    private final Getter mappings = Getter.of("getServletMappings");
    private final Getter holderName = Getter.of("getName");
    private final Getter servletName = Getter.of("getServletName");
    private final Getter specs = Getter.of("getPathSpecs");

    @Override
    public @Nullable Object request(Object self, @Nullable Object argument) throws Throwable {
      return argument == null ? null : state.get(argument);
    }

    @Override
    public @Nullable String pattern(Object self, @Nullable Object argument) throws Throwable {
      Object known = argument == null ? null : mapping.get(argument);
      return known == null ? only(self) : pattern.text(known);
    }

    private @Nullable String only(Object holder) throws Throwable {
      Object of = handler.get(holder);
      Object all = of == null ? null : mappings.get(of);
      String name = holderName.text(holder);
      String only = null;
      for (Object each : all instanceof Object[] ? (Object[]) all : new Object[0]) {
        if (name != null && name.equals(servletName.text(each))) {
          Object patterns = specs.get(each);
          String[] of1 = patterns instanceof String[] ? (String[]) patterns : null;
          if (only != null || of1 == null || of1.length != 1) {
            return null;
          }
          only = of1[0];
        }
      }
      return only;
    }
  }

  private static final class ChannelMatch implements Match {

    private final Getter request = Getter.of("getServletContextRequest");
    private final Getter components = Getter.of("getComponents");
    private final Getter matched = Getter.of("getMatchedResource");
    private final Getter spec = Getter.of("getPathSpec");
    private final Getter declaration = Getter.of("getDeclaration");

    @Override
    public @Nullable Object request(Object self, @Nullable Object argument) throws Throwable {
      Object of = request.get(self);
      return of == null ? null : components.get(of);
    }

    @Override
    public @Nullable String pattern(Object self, @Nullable Object argument) throws Throwable {
      Object of = request.get(self);
      Object resource = of == null ? null : matched.get(of);
      Object path = resource == null ? null : spec.get(resource);
      return declaration.text(path);
    }
  }
}
