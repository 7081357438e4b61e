package dev.loadline.advisor.ledger;

import java.util.List;

/** The pools of a client. */
record ClientEntry(Client client) implements Entry {

  @Override
  public String name() {
    return client.name();
  }

  @Override
  public Total total(State state) {
    return Total.of(
        client.fleet().pods(state) * client.perInstance(),
        client.fleet().wanted(state),
        client.processes(),
        client.size(),
        client.overflow());
  }

  @Override
  public String term(State state) {
    return "%s x %s x %s"
        .formatted(
            Terms.replicas(client.fleet(), state),
            Terms.counted(client.processes(), "worker"),
            Terms.sum(client.size(), client.overflow()));
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        client.fleet().now(),
        client.fleet().maximum(),
        client.processes(),
        client.size(),
        client.overflow());
  }
}
