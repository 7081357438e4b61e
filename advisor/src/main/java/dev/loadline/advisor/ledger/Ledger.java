package dev.loadline.advisor.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All connections that clients may open, server by server, against what each accepts. Four replicas
 * with one worker and pools of 60 may open 240; a server that accepts 200 refuses some of them
 * although no pool is too large by itself.
 *
 * @param balances the servers in the order of the inventory, then servers that are only connected
 *     to, then the poolers with their clients
 */
public record Ledger(List<Balance> balances) {

  public Ledger {
    balances = List.copyOf(balances);
  }

  /**
   * @throws IllegalArgumentException where two servers or poolers have one name
   */
  public static Ledger of(Inventory inventory) {
    refuseTwins(inventory);
    List<Account> accounts = new ArrayList<>();
    inventory.servers().forEach(server -> accounts.add(account(server, inventory)));
    strangers(inventory).forEach(name -> accounts.add(stranger(name, inventory)));
    inventory.poolers().forEach(pooler -> accounts.add(account(pooler, inventory)));
    return new Ledger(accounts.stream().map(Account::balance).toList());
  }

  /** Whether anything is exceeded. */
  public boolean exceeded() {
    return balances.stream().anyMatch(balance -> balance.verdict() == Verdict.EXCEEDED);
  }

  private static Account account(Server server, Inventory inventory) {
    List<Entry> entries = new ArrayList<>(entries(server.name(), inventory));
    if (!server.standing().isEmpty()) {
      entries.add(new StandingEntry(server));
    }
    return new Account(
        server.name(),
        server.engine(),
        false,
        server.accepts(),
        server.reserved(),
        entries,
        server.where());
  }

  private static Account stranger(String name, Inventory inventory) {
    Figure accepts = Figure.unknown("no file says how many connections " + name + " accepts");
    return new Account(name, "", false, accepts, Figure.known(0, ""), entries(name, inventory), "");
  }

  private static Account account(Pooler pooler, Inventory inventory) {
    return new Account(
        pooler.name(),
        "pgbouncer",
        true,
        clients(pooler),
        Figure.known(0, ""),
        entries(pooler.name(), inventory),
        pooler.where());
  }

  private static Figure clients(Pooler pooler) {
    Integer each = pooler.maxClients().value();
    Integer instances = pooler.fleet().now().value();
    if (each == null || instances == null) {
      return each == null ? pooler.maxClients() : pooler.fleet().now();
    }
    long all = Math.min((long) each * instances, Figure.MOST);
    return pooler.maxClients().assumed()
        ? Figure.assumed((int) all, pooler.maxClients().origin())
        : Figure.known((int) all, pooler.maxClients().origin());
  }

  private static List<Entry> entries(String target, Inventory inventory) {
    Stream<Entry> direct =
        inventory.clients().stream()
            .filter(client -> client.target().equals(target))
            .map(ClientEntry::new);
    Stream<Entry> pooled =
        inventory.poolers().stream()
            .flatMap(
                pooler ->
                    pooler.upstreams().stream()
                        .filter(upstream -> upstream.server().equals(target))
                        .map(upstream -> new UpstreamEntry(pooler, upstream)));
    return Stream.concat(direct, pooled).toList();
  }

  private static Collection<String> strangers(Inventory inventory) {
    Set<String> names = new LinkedHashSet<>();
    inventory.clients().forEach(client -> names.add(client.target()));
    inventory.poolers().stream()
        .flatMap(pooler -> pooler.upstreams().stream())
        .forEach(upstream -> names.add(upstream.server()));
    inventory.servers().forEach(server -> names.remove(server.name()));
    inventory.poolers().forEach(pooler -> names.remove(pooler.name()));
    return names;
  }

  private static void refuseTwins(Inventory inventory) {
    Set<String> names = new LinkedHashSet<>();
    Stream.concat(
            inventory.servers().stream().map(server -> server.name() + "\n" + server.where()),
            inventory.poolers().stream().map(pooler -> pooler.name() + "\n" + pooler.where()))
        .forEach(
            named -> {
              String[] parts = named.split("\n", 2);
              if (!names.add(parts[0])) {
                throw new IllegalArgumentException(
                    "%s: a second server or pooler named '%s'; give each a name of its own"
                        .formatted(parts[1], parts[0]));
              }
            });
  }
}
