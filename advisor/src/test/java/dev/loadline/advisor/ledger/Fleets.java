package dev.loadline.advisor.ledger;

import java.util.List;

/** Short ways to write inventories down. */
final class Fleets {

  private Fleets() {}

  static Figure figure(int value) {
    return Figure.known(value, "test.yaml:1");
  }

  static Server server(int accepts, int reserved, Standing... standing) {
    return new Server(
        "postgres",
        "postgres",
        figure(accepts),
        figure(reserved),
        List.of(standing),
        "test.yaml:1");
  }

  static Client client(String name, Fleet fleet, int processes, int size, int overflow) {
    return new Client(
        name, "postgres", fleet, figure(processes), figure(size), figure(overflow), "test.yaml:2");
  }

  static Fleet replicas(int now) {
    return Fleet.fixed(figure(now));
  }

  static Fleet scaled(int now, int maximum, Rollout rollout) {
    return new Fleet(figure(now), figure(maximum), rollout);
  }

  static Balance balance(Server server, Client... clients) {
    return Ledger.of(new Inventory(List.of(server), List.of(), List.of(clients))).balances().get(0);
  }
}
