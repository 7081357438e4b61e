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

  /**
   * This, as a model says it, with what is deployed laid over it: where both know a service by one
   * name, replicas, rollout and pool sizes are those of the deployment, and the two servers that it
   * connects to are one.
   */
  public Inventory overlaid(Inventory deployed) {
    return Overlay.of(this, deployed);
  }
}
