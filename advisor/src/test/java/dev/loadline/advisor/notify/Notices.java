package dev.loadline.advisor.notify;

import dev.loadline.advisor.capacity.Status;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The two notices that most tests need: a service turned tight, and it is well again. */
final class Notices {
  static final Instant TEN = Instant.parse("2027-01-04T10:00:00Z");

  private Notices() {}

  static Notice tight(Instant at) {
    return tight(at, "orders is tight: headroom 14 %", List.of("15 connections / 0.100 s = 150/s"));
  }

  static Notice tight(Instant at, String title, List<String> lines) {
    return notice(Status.OK, Status.TIGHT, at, title, lines);
  }

  static Notice well(Instant at) {
    return notice(Status.TIGHT, Status.OK, at, "orders is well again", List.of());
  }

  private static Notice notice(
      Status from, Status to, Instant at, String title, List<String> lines) {
    return new Notice(
        "orders",
        from,
        to,
        at,
        to != Status.OK,
        title,
        lines,
        Map.of("alertname", "LoadlineHeadroom", "service", "orders"),
        URI.create("http://127.0.0.1:8686/#orders"));
  }
}
