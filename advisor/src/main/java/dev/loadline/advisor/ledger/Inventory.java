package dev.loadline.advisor.ledger;

import java.util.List;

/** All that takes part in a ledger: servers, the poolers before them, and who connects. */
public record Inventory(List<Server> servers, List<Pooler> poolers, List<Client> clients) {
  /** Nothing at all. */
  public static final Inventory EMPTY = new Inventory(List.of(), List.of(), List.of());

  public Inventory {
    servers = List.copyOf(servers);
    poolers = List.copyOf(poolers);
    clients = List.copyOf(clients);
  }
}
