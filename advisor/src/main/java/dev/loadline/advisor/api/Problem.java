package dev.loadline.advisor.api;

import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal as RFC 9457 wants it: {@code application/problem+json}. */
final class Problem extends RuntimeException {
  private final int status;
  private final String title;

  private Problem(int status, String title, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
  }

  /**
   * @param detail what is missing and where to look
   */
  static Problem notFound(String detail) {
    return new Problem(404, "Not found", detail);
  }

  /**
   * @param detail what is wrong and how to mend it
   */
  static Problem badRequest(String detail) {
    return new Problem(400, "Bad request", detail);
  }

  static Problem unavailable(String detail) {
    return new Problem(503, "Not available now", detail);
  }

  /** Writes whatever went wrong; what was not foreseen shows nothing of its inside. */
  static void answer(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof Problem problem) {
      write(context, problem.status, problem.title, String.valueOf(problem.getMessage()));
    } else {
      int status = context.statusCode() < 400 ? 500 : context.statusCode();
      write(context, status, title(status), title(status) + ": " + context.normalizedPath());
    }
  }

  private static String title(int status) {
    return switch (status) {
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      default -> status < 500 ? "Bad request" : "Internal error";
    };
  }

  private static void write(RoutingContext context, int status, String title, String detail) {
    if (context.response().ended() || context.response().headWritten()) {
      return;
    }
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    context
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/problem+json")
        .end(Json.text(problem))
        .onFailure(failure -> {});
  }
}
