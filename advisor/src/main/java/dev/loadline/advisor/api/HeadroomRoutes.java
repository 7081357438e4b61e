package dev.loadline.advisor.api;

import dev.loadline.advisor.headroom.Board;
import dev.loadline.advisor.headroom.ServiceHeadroom;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /headroom} and {@code /headroom/{service}}, as JSON or one line a service. */
final class HeadroomRoutes {
  private final Board board;

  HeadroomRoutes(Board board) {
    this.board = board;
  }

  void mount(Router router) {
    router
        .get("/headroom")
        .produces("application/json")
        .produces("text/plain")
        .handler(context -> answer(context, board.latest().values()));
    router
        .get("/headroom/:service")
        .produces("application/json")
        .produces("text/plain")
        .handler(this::one);
  }

  private void one(RoutingContext context) {
    String service = context.pathParam("service");
    ServiceHeadroom answer =
        board
            .latest(service)
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "no service '%s'; there are: %s"
                            .formatted(service, String.join(", ", board.latest().keySet()))));
    if (plain(context)) {
      answer(context, List.of(answer));
    } else {
      json(context, answer);
    }
  }

  private static void answer(RoutingContext context, Collection<ServiceHeadroom> answers) {
    if (plain(context)) {
      context
          .response()
          .putHeader("content-type", "text/plain; charset=utf-8")
          .end(answers.stream().map(a -> TextAnswer.line(a) + "\n").collect(Collectors.joining()))
          .onFailure(context::fail);
    } else {
      json(context, List.copyOf(answers));
    }
  }

  private static boolean plain(RoutingContext context) {
    return "text/plain".equals(context.getAcceptableContentType());
  }

  static void json(RoutingContext context, Object answer) {
    context
        .response()
        .putHeader("content-type", "application/json")
        .end(Json.text(answer))
        .onFailure(context::fail);
  }
}
