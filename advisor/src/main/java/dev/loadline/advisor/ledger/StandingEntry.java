package dev.loadline.advisor.ledger;

import java.util.List;
import java.util.stream.Collectors;

/** What is held without a pool. */
record StandingEntry(Server server) implements Entry {

  @Override
  public String name() {
    return "standing";
  }

  @Override
  public Total total(State state) {
    return new Total(server.held(), List.of());
  }

  /** {@code 2 standing: migration, cron}; with counts where one has several. */
  @Override
  public String term(State state) {
    return server.held()
        + " standing: "
        + server.standing().stream().map(StandingEntry::text).collect(Collectors.joining(", "));
  }

  @Override
  public List<Figure> figures() {
    return List.of();
  }

  private static String text(Standing standing) {
    return standing.connections() == 1
        ? standing.name()
        : standing.name() + " " + standing.connections();
  }
}
