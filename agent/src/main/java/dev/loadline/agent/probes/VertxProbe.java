package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Getter;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.OpeningPlan;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Reply;
import dev.loadline.agent.probe.Request;
import dev.loadline.agent.probe.RequestPlan;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server of Vert.x from 3.9 on: requests by HTTP/1 and HTTP/2, from the head to the end of
 * the answer. The route is that of the last of Vert.x Web's routes that took part, from 4.0 on. A
 * request whose connection is lost has no status, and one that became a WebSocket 200 in 3.9; from
 * then on it is an open WebSocket and no request. Event loops are Netty's and worker pools the
 * JDK's, and measured as such; what waits in the order of its context is not in their queue.
 *
 * <p>A hold is its route's if it begins and ends while the handler of the request runs. One that is
 * granted or given back in a later turn of the event loop is unknown: by then others have had the
 * thread, a context may serve several requests, and to follow contexts is a step in every turn.
 */
@AutoService(Probe.class)
@Measures(
    of = "HTTP server of Vert.x",
    value = {
      Measures.REQUESTS,
      "sockets: open WebSockets",
      "event-loop and workers are those of Netty and of the JDK's thread pools"
    },
    omits = {
      @Omits(value = "the route in Vert.x 3", because = "Vert.x Web does not tell the request"),
      @Omits(
          value = "the wait of blocking code that runs in order",
          because = "it waits in a queue of its context, not of the pool"),
      @Omits(
          value = "which route holds what is given back in a later turn of the event loop",
          because = "requests take turns on one thread, and it costs too much to follow each turn")
    })
public final class VertxProbe implements Probe {

  private static final String HTTP = "io.vertx.core.http.impl.";
  private static final String[] CONNECTIONS = {
    HTTP + "Http1xServerConnection", HTTP + "http1.Http1ServerConnection"
  };
  private static final String SERVER_SOCKET = "ServerWebSocketImpl";
  private static final String CLOSED = "closed";
  private static final String[] WEB_SOCKETS = {HTTP, HTTP + "websocket."};
  private static final String[] ROUTED = {
    HTTP + "Http1xServerRequest",
    HTTP + "http1.Http1ServerRequest",
    HTTP + "Http2ServerRequest",
    HTTP + "HttpServerRequestImpl"
  };

  @Override
  public String name() {
    return "vertx";
  }

  @Override
  public void declare(Plan plan) {
    RequestPlan requests = plan.servers().requests(new VertxRequest());
    requests
        .ifThere()
        .arrival(HTTP + "HttpServerRequestImpl", "handleBegin")
        .arrival(HTTP + "Http1xServerRequest", "handleBegin")
        .arrival(HTTP + "http1.Http1ServerRequest", "handleBegin")
        .arrival(HTTP + "Http2ServerStream", "registerMetrics")
        .arrival(HTTP + "Http2ServerRequest", "dispatch")
        .arrival(HTTP + "HttpServerRequestImpl", "handleHeaders")
        .answered(HTTP + "Http2ServerRequestImpl", "handleClose")
        .answered(HTTP + "Http2ServerRequest", "handleClose")
        .answered(HTTP + "HttpServerRequestImpl", "handleClosed");
    for (String connection : CONNECTIONS) {
      requests
          .ended(connection, "responseComplete", "responseInProgress", null)
          .ended(connection, "handleClosed", "responseInProgress", new Lost());
    }
    for (String type : ROUTED) {
      requests.routed(type, "routed");
    }
    OpeningPlan sockets = plan.openings("sockets", "vertx-websocket");
    for (String in : WEB_SOCKETS) {
      sockets.closed(in + "WebSocketImplBase", "handleClosed|handleConnectionClosed");
      sockets
          .ifThere()
          .opened(in + SERVER_SOCKET, "doHandshake", CLOSED)
          .openedArgument(in + "WebSocketConnectionImpl", "webSocket", SERVER_SOCKET, CLOSED);
    }
  }

  private static final class VertxRequest implements Request {

    /** Names of classes that a request sent by the server, or no request, has. */
    private static final String PUSHED = "Push";

    private static final String STREAM = "Stream";

    private final Getter method = Getter.of("method");
    private final Getter name = Getter.of("name");
    private final Getter response = Getter.of("response");
    private final Getter status = Getter.ofInt("getStatusCode");

    @Override
    public @Nullable Object of(Object self, @Nullable Object argument) {
      String type = self.getClass().getName();
      return type.endsWith(PUSHED) || type.endsWith(STREAM) ? null : self;
    }

    @Override
    public boolean goesOn(Object request) {
      return true;
    }

    @Override
    public @Nullable String method(Object request) throws Throwable {
      Object of = method.get(request);
      return of == null ? null : name.text(of);
    }

    @Override
    public @Nullable String route(Object request) {
      return null;
    }

    @Override
    public int status(Object request) throws Throwable {
      Object answer = response.get(request);
      return answer == null ? 0 : status.number(answer);
    }
  }

  private static final class Lost implements Reply {

    @Override
    public int status(@Nullable Object reply) {
      return 0;
    }
  }
}
