package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Client;
import dev.loadline.advisor.ledger.Figure;
import dev.loadline.advisor.ledger.Inventory;
import dev.loadline.advisor.ledger.Pooler;
import dev.loadline.advisor.ledger.Server;
import dev.loadline.advisor.ledger.Upstream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Remarks on every figure that is written and cannot be read. */
final class Unreadable {
  private static final Pattern PLACED = Pattern.compile("(.*?:\\d+): (.*)", Pattern.DOTALL);

  private Unreadable() {}

  static List<Remark> of(Inventory inventory) {
    return Stream.of(
            inventory.servers().stream().flatMap(Unreadable::figures),
            inventory.poolers().stream().flatMap(Unreadable::figures),
            inventory.clients().stream().flatMap(Unreadable::figures))
        .flatMap(figures -> figures)
        .filter(Figure::unreadable)
        .map(Figure::origin)
        .map(PLACED::matcher)
        .filter(Matcher::matches)
        .map(placed -> new Remark(placed.group(1), placed.group(2)))
        .toList();
  }

  private static Stream<Figure> figures(Server server) {
    return Stream.of(server.accepts(), server.reserved());
  }

  private static Stream<Figure> figures(Pooler pooler) {
    return Stream.concat(
        Stream.of(pooler.fleet().now(), pooler.fleet().maximum(), pooler.maxClients()),
        pooler.upstreams().stream().flatMap(Unreadable::figures));
  }

  private static Stream<Figure> figures(Upstream upstream) {
    return Stream.of(
            upstream.users(),
            upstream.databases(),
            upstream.poolSize(),
            upstream.reserve(),
            upstream.maxPerDatabase())
        .filter(Objects::nonNull);
  }

  private static Stream<Figure> figures(Client client) {
    return Stream.of(
        client.fleet().now(),
        client.fleet().maximum(),
        client.processes(),
        client.size(),
        client.overflow());
  }
}
