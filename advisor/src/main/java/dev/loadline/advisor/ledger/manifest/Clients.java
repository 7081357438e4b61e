package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Client;
import dev.loadline.advisor.ledger.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers who connects to what, and what that says of the servers. */
final class Clients {
  private final Hosts hosts;
  private final List<Remark> remarks;
  private final List<Client> all = new ArrayList<>();
  private final Map<String, List<Address>> addresses = new LinkedHashMap<>();
  private final Map<String, Stated> limits = new LinkedHashMap<>();

  /** What a client's environment says that its server accepts. */
  record Stated(String engine, Figure accepts, Container container) {}

  Clients(Hosts hosts, List<Remark> remarks) {
    this.hosts = hosts;
    this.remarks = remarks;
  }

  List<Client> all() {
    return List.copyOf(all);
  }

  Map<String, Stated> limits() {
    return limits;
  }

  /** Adds the containers of a workload that are neither servers nor poolers. */
  void add(Workload workload, List<Container> containers) {
    int before = all.size();
    containers.stream().filter(one -> !one.first()).forEach(one -> add(workload, one));
    List<Client> running = List.copyOf(all.subList(before, all.size()));
    containers.stream().filter(Container::first).forEach(one -> first(workload, one, running));
    boolean plain = containers.size() == workload.containers().size();
    if (all.size() == before && plain && !containers.isEmpty()) {
      remarks.add(
          new Remark(
              workload.where(),
              workload.name() + ": nothing in its environment names a database; not counted"));
    }
  }

  /** How many users log in through a pooler. */
  Figure users(String pooler, String where) {
    return distinct(pooler, where, Address::user, "which users log in through");
  }

  /** How many databases are asked for through a pooler. */
  Figure databases(String pooler, String where) {
    return distinct(pooler, where, Address::database, "which databases are used through");
  }

  private Figure distinct(
      String pooler, String where, Function<Address, String> part, String question) {
    List<Address> through = addresses.getOrDefault(pooler, List.of());
    Set<String> found = through.stream().map(part).collect(Collectors.toSet());
    return found.isEmpty() || found.stream().anyMatch(name -> name.isEmpty() || name.contains("$"))
        ? Figure.unknown("%s: %s %s is not written".formatted(where, question, pooler))
        : Figure.known(found.size(), where);
  }

  private void add(Workload workload, Container container) {
    targets(workload, container)
        .forEach((server, target) -> all.add(client(workload, container, server, target)));
  }

  /**
   * A container that ends before the others start holds its connections in their stead, so that it
   * counts alone where they have none.
   */
  private void first(Workload workload, Container container, List<Client> running) {
    targets(workload, container)
        .forEach(
            (server, target) -> {
              if (running.stream().noneMatch(client -> client.target().equals(server))) {
                all.add(client(workload, container, server, target));
              }
            });
  }

  private Client client(Workload workload, Container container, String server, Target target) {
    String name = workload.nameOf(container);
    Optional<Figure> tool = Tools.connections(name, container);
    PoolSize pool =
        tool.map(one -> new PoolSize(one, Figure.known(0, container.where())))
            .orElseGet(() -> PoolSize.of(name, container, target));
    addresses.computeIfAbsent(server, key -> new ArrayList<>()).add(target.address());
    if (!target.unreadable().isEmpty()) {
      limits.putIfAbsent(server, new Stated(target.address().engine(), unread(target), container));
    }
    Limit.stated(container)
        .ifPresent(
            accepts ->
                limits.putIfAbsent(
                    server, new Stated(target.address().engine(), accepts, container)));
    Figure processes =
        tool.isPresent() || container.first()
            ? Figure.known(1, container.where())
            : Processes.of(name, container);
    return new Client(
        name, server, workload.fleet(), processes, pool.size(), pool.overflow(), container.where());
  }

  private Map<String, Target> targets(Workload workload, Container container) {
    Map<String, Target> named = new LinkedHashMap<>();
    Collection<Target> found = Targets.of(container);
    for (Target target : found) {
      named.putIfAbsent(server(workload, container, target), target);
    }
    if (found.isEmpty()) {
      needed(workload, container, named);
    }
    if (named.isEmpty() && PoolSize.isSet(container)) {
      Setting nowhere = new Setting(null, "nothing names it", "", 0);
      Target target = Target.hidden("", "nothing names it", nowhere);
      named.put(guessed(workload, container, target), target);
    }
    return named;
  }

  private String server(Workload workload, Container container, Target target) {
    if (!target.unreadable().isEmpty()) {
      return "the server of " + workload.name();
    }
    return target.hidden().isEmpty()
        ? hosts.name(target.address().host(), workload)
        : guessed(workload, container, target);
  }

  private static Figure unread(Target target) {
    return Figure.unreadable(
        target.setting().where(),
        target.unreadable() + " is no address of a server; write postgresql://user@host:5432/name");
  }

  private void needed(Workload workload, Container container, Map<String, Target> named) {
    for (Target target : Targets.needed(container)) {
      String server = hosts.name(target.address().host(), workload);
      if (hosts.has(server)) {
        named.put(server, target);
      }
    }
  }

  /** The only server that it can be; else one that is called after where its address is kept. */
  private String guessed(Workload workload, Container container, Target target) {
    Optional<String> only = hosts.only(target.address().engine());
    String name = workload.nameOf(container);
    remarks.add(
        new Remark(
            container.where(),
            only.map(
                    server ->
                        "%s: its server is in %s; taken to be %s, the only one in the files"
                            .formatted(name, target.hidden(), server))
                .orElseGet(
                    () ->
                        "%s: which server it uses is not known: %s"
                            .formatted(name, target.hidden()))));
    boolean nowhere = target.hidden().equals("nothing names it");
    return only.orElse(nowhere ? "the server of " + name : target.hidden());
  }
}
