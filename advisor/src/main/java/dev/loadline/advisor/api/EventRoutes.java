package dev.loadline.advisor.api;

import dev.loadline.advisor.headroom.Board;
import dev.loadline.advisor.headroom.ServiceHeadroom;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code /events}: server-sent events, one {@code headroom} after every evaluation. */
final class EventRoutes {
  private static final int MOST = 200;

  private final Board board;
  private final Set<HttpServerResponse> listening = ConcurrentHashMap.newKeySet();

  EventRoutes(Board board) {
    this.board = board;
  }

  void mount(Router router) {
    router.get("/events").handler(this::listen);
  }

  private void listen(RoutingContext context) {
    if (listening.size() >= MOST) {
      throw Problem.unavailable(MOST + " listen already; ask /headroom instead");
    }
    HttpServerResponse response = context.response();
    response
        .setChunked(true)
        .putHeader("content-type", "text/event-stream")
        .putHeader("cache-control", "no-store")
        .closeHandler(closed -> listening.remove(response));
    listening.add(response);
    send(response, event(board.latest().values()));
  }

  /** Tells all who listen; one who cannot keep up misses this one. */
  void tell(Collection<ServiceHeadroom> answers) {
    if (listening.isEmpty()) {
      return;
    }
    String event = event(answers);
    for (HttpServerResponse response : listening) {
      if (!response.writeQueueFull()) {
        send(response, event);
      }
    }
  }

  private void send(HttpServerResponse response, String event) {
    response.write(event).onFailure(failure -> listening.remove(response));
  }

  private static String event(Collection<ServiceHeadroom> answers) {
    return "event: headroom\ndata: " + Json.text(List.copyOf(answers)) + "\n\n";
  }
}
