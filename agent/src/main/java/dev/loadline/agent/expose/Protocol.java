package dev.loadline.agent.expose;

import dev.loadline.agent.meter.Route;
import java.util.Arrays;
import java.util.List;

/** What the statuses of a protocol are called, and which of them say that a request was refused. */
final class Protocol {

  private static final String GRPC = "grpc";

  private static final List<String> STATUSES =
      Arrays.asList(
          "OK",
          "CANCELLED",
          "UNKNOWN",
          "INVALID_ARGUMENT",
          "DEADLINE_EXCEEDED",
          "NOT_FOUND",
          "ALREADY_EXISTS",
          "PERMISSION_DENIED",
          "RESOURCE_EXHAUSTED",
          "FAILED_PRECONDITION",
          "ABORTED",
          "OUT_OF_RANGE",
          "UNIMPLEMENTED",
          "INTERNAL",
          "UNAVAILABLE",
          "DATA_LOSS",
          "UNAUTHENTICATED");

  private Protocol() {}

  static boolean remote(String protocol) {
    return GRPC.equals(protocol);
  }

  static String status(Route route) {
    return route.status() > 0 ? Integer.toString(route.status()) : "";
  }

  /** The name of a status of gRPC. */
  static String statusOfCall(Route route) {
    int code = route.status();
    return code >= 0 && code < STATUSES.size() ? STATUSES.get(code) : Integer.toString(code);
  }

  static boolean refused(String protocol, Route route) {
    if (remote(protocol)) {
      String status = statusOfCall(route);
      return status.equals("RESOURCE_EXHAUSTED") || status.equals("UNAVAILABLE");
    }
    return route.status() == 429 || route.status() == 503;
  }
}
