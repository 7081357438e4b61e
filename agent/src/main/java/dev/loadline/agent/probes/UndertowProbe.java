package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Getter;
import dev.loadline.agent.probe.Match;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.OpeningPlan;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Request;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Undertow, from 1.4 on: requests, from the first handler to the last byte of the answer,
 * WebSockets of the server, however they came about, from the upgrade to the end of either
 * direction, and I/O threads; the worker threads are pools that other probes measure. The route is
 * the pattern of Spring's controller, the template of Undertow's own routing, or the pattern of the
 * servlet; in 1.4 the latter is known of servlets that have one pattern only.
 */
@AutoService(Probe.class)
@Measures(
    of = "Undertow",
    value = {
      Measures.REQUESTS,
      "event-loop: number of I/O threads, and the processor time of each",
      "sockets: open WebSockets",
      "workers are those of JBoss Threads, or in 1.4 and 2.0 of the JDK"
    },
    omits =
        @Omits(
            value = "the route in Undertow 1.4 of a servlet with several patterns",
            because = "it does not say which of them matched"))
public final class UndertowProbe implements Probe {

  private static final String EXCHANGE = "io.undertow.server.HttpServerExchange";
  private static final String WEB_SOCKETS = "io.undertow.websockets.core.protocol.version";
  private static final String SERVLETS = "io.undertow.servlet.handlers.";

  @Override
  public String name() {
    return "undertow";
  }

  @Override
  public void declare(Plan plan) {
    plan.servers()
        .requests(new UndertowRequest())
        .arrivalInStatic("io.undertow.server.Connectors", "executeRootHandler")
        .answered(
            EXCHANGE,
            "invokeExchangeCompleteListeners",
            "getRequestMethod",
            "getStatusCode",
            "isComplete")
        .matchedBySecond(SERVLETS + "ServletInitialHandler", "dispatchRequest", new ServletMatch());
    OpeningPlan sockets = plan.openings("sockets", "undertow-websocket");
    sockets.closed(WEB_SOCKETS + "07.WebSocket07Channel", "closeSubChannels");
    for (String version : new String[] {"07", "08", "13"}) {
      String handshake = WEB_SOCKETS + version + ".Hybi" + version + "Handshake";
      sockets.openedResult(handshake, "createChannel", 3);
    }
    plan.threads().loop("org.xnio.nio.WorkerThread", "run", "", "");
  }

  private static final class UndertowRequest implements Request {

    private final Getter complete = Getter.of("isComplete");
    private final Getter method = Getter.of("getRequestMethod");
    private final Getter status = Getter.ofInt("getStatusCode");
    private final Attachment template = new Attachment("io.undertow.util.PathTemplateMatch");
    private final Getter matched = Getter.of("getMatchedTemplate");
    private final Attachment servlet = new Attachment(SERVLETS + "ServletRequestContext");
    private final Getter original = Getter.of("getOriginalRequest");
    private final Getter spring =
        Getter.of(
            "getAttribute", "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");

    @Override
    public @Nullable Object of(Object handler, @Nullable Object exchange) throws Throwable {
      return exchange == null || Boolean.TRUE.equals(complete.get(exchange)) ? null : exchange;
    }

    @Override
    public boolean goesOn(Object exchange) {
      return true;
    }

    @Override
    public @Nullable String method(Object exchange) throws Throwable {
      Object name = method.get(exchange);
      return name == null ? null : name.toString();
    }

    @Override
    public @Nullable String route(Object exchange) throws Throwable {
      Object context = servlet.of(exchange);
      String pattern = context == null ? null : spring.text(original.get(context));
      return pattern == null ? matched.text(template.of(exchange)) : pattern;
    }

    @Override
    public int status(Object exchange) throws Throwable {
      return status.number(exchange);
    }
  }

  /** What hangs on an exchange by the key {@code ATTACHMENT_KEY} of a class, if there is such. */
  private static final class Attachment extends ClassValue<MethodHandle> {

    private final String holder;

    Attachment(String holder) {
      this.holder = holder;
    }

    @Nullable Object of(Object exchange) throws Throwable {
      return (Object) get(exchange.getClass()).invokeExact(exchange);
    }

    @Override
    protected MethodHandle computeValue(Class<?> type) {
      MethodType shape = MethodType.methodType(Object.class, Object.class);
      try {
        ClassLoader loader = type.getClassLoader();
        Class<?> keys = Class.forName("io.undertow.util.AttachmentKey", false, loader);
        Object key = Class.forName(holder, true, loader).getField("ATTACHMENT_KEY").get(null);
        MethodHandle get =
            MethodHandles.publicLookup().unreflect(type.getMethod("getAttachment", keys));
        return MethodHandles.insertArguments(get, 1, key).asType(shape);
      } catch (ReflectiveOperationException | LinkageError absent) {
        MethodHandle none = MethodHandles.constant(Object.class, null);
        return MethodHandles.dropArguments(none, 0, Object.class);
      }
    }
  }

  /** What the servlet was found by; the argument is the context of the request. */
  private static final class ServletMatch implements Match {

    private final Getter original = Getter.of("getOriginalRequest");
    private final Getter exchange = Getter.of("getExchange");
    private final Getter match = Getter.of("getServletPathMatch");
    private final Getter chain = Getter.of("getServletChain");
    private final Getter pattern = Getter.ifThere("getPattern");
    private final Getter servlet = Getter.of("getManagedServlet");
    private final Getter info = Getter.of("getServletInfo");
    private final Getter mappings = Getter.of("getMappings");

    @Override
    public @Nullable Object request(Object self, @Nullable Object context) throws Throwable {
      Object request = context == null ? null : original.get(context);
      return request == null ? null : exchange.get(request);
    }

    @Override
    public @Nullable String pattern(Object self, @Nullable Object context) throws Throwable {
      Object found = context == null ? null : match.get(context);
      Object with = found == null ? null : chain.get(found);
      if (with == null) {
        return null;
      }
      String known = pattern.text(with);
      return known == null ? only(servlet.get(with)) : known;
    }

    private @Nullable String only(@Nullable Object managed) throws Throwable {
      Object of = managed == null ? null : info.get(managed);
      Object all = of == null ? null : mappings.get(of);
      if (!(all instanceof Collection)) {
        return null;
      }
      Iterator<?> each = ((Collection<?>) all).iterator();
      Object first = each.hasNext() ? each.next() : null;
      return first instanceof String && !each.hasNext() ? (String) first : null;
    }
  }
}
