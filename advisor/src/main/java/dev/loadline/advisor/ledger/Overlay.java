package dev.loadline.advisor.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is deployed laid over what a model says. Where both know a service by one name, replicas,
 * rollout and pool sizes are those of the deployment; what the deployment does not say, such as a
 * server's limit, stays the model's. A service that both know tells that the servers to which it
 * connects are one, whatever they are called.
 */
final class Overlay {
  private final Inventory model;
  private final Inventory deployed;
  private final Map<String, String> names = new HashMap<>();

  private Overlay(Inventory model, Inventory deployed) {
    this.model = model;
    this.deployed = deployed;
  }

  static Inventory of(Inventory model, Inventory deployed) {
    return new Overlay(model, deployed).joined();
  }

  private Inventory joined() {
    deployed.servers().forEach(server -> byName(server.name()));
    deployed.clients().forEach(client -> byName(client.target()));
    deployed.clients().forEach(this::byClient);
    return new Inventory(servers(), poolers(), clients());
  }

  /** Servers by their name, or by the first word of their host. */
  private void byName(String name) {
    model.servers().stream()
        .map(Server::name)
        .filter(known -> known.equals(name) || name.startsWith(known + "."))
        .findFirst()
        .ifPresent(known -> names.putIfAbsent(name, known));
  }

  private void byClient(Client client) {
    twin(client)
        .map(Client::target)
        .ifPresent(
            known -> {
              Optional<Pooler> pooler =
                  deployed.poolers().stream()
                      .filter(between -> between.name().equals(client.target()))
                      .findFirst();
              if (pooler.isEmpty()) {
                names.putIfAbsent(client.target(), known);
              } else if (!isPooler(model, known) && pooler.get().upstreams().size() == 1) {
                names.putIfAbsent(pooler.get().upstreams().get(0).server(), known);
              }
            });
  }

  private Optional<Client> twin(Client client) {
    return model.clients().stream().filter(known -> same(known.name(), client.name())).findFirst();
  }

  private static boolean same(String known, String found) {
    return known.equals(found) || bare(known).equals(bare(found));
  }

  /** {@code orders} of {@code orders/web}. */
  private static String bare(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  private static boolean isPooler(Inventory inventory, String name) {
    return inventory.poolers().stream().anyMatch(pooler -> pooler.name().equals(name));
  }

  private String name(String name) {
    return names.getOrDefault(name, name);
  }

  private List<Server> servers() {
    Map<String, Server> servers = new LinkedHashMap<>();
    model.servers().forEach(server -> servers.put(server.name(), server));
    for (Server server : deployed.servers()) {
      String name = name(server.name());
      if (!isPooler(model, name)) {
        servers.merge(name, named(server, name), Overlay::over);
      }
    }
    return List.copyOf(servers.values());
  }

  private static Server named(Server server, String name) {
    return new Server(
        name,
        server.engine(),
        server.accepts(),
        server.reserved(),
        server.standing(),
        server.where());
  }

  private static Server over(Server known, Server found) {
    return new Server(
        known.name(),
        found.engine().isEmpty() ? known.engine() : found.engine(),
        over(known.accepts(), found.accepts()),
        known.engine().isEmpty() ? found.reserved() : over(known.reserved(), found.reserved()),
        known.standing(),
        found.where());
  }

  private List<Pooler> poolers() {
    Map<String, Pooler> poolers = new LinkedHashMap<>();
    model.poolers().forEach(pooler -> poolers.put(pooler.name(), pooler));
    for (Pooler pooler : deployed.poolers()) {
      List<Upstream> upstreams = pooler.upstreams().stream().map(this::named).toList();
      poolers.put(
          pooler.name(),
          new Pooler(
              pooler.name(),
              pooler.fleet(),
              upstreams,
              pooler.maxClients(),
              pooler.mode(),
              pooler.where()));
    }
    return List.copyOf(poolers.values());
  }

  private Upstream named(Upstream upstream) {
    return new Upstream(
        name(upstream.server()),
        upstream.users(),
        upstream.databases(),
        upstream.poolSize(),
        upstream.reserve(),
        upstream.maxPerDatabase());
  }

  private List<Client> clients() {
    List<Client> clients = new ArrayList<>();
    Set<Client> replaced = new LinkedHashSet<>();
    for (Client client : deployed.clients()) {
      Optional<Client> twin = twin(client).filter(known -> !replaced.contains(known));
      twin.ifPresent(replaced::add);
      clients.add(twin.map(known -> over(known, client)).orElseGet(() -> named(client)));
    }
    List<Client> all =
        new ArrayList<>(
            model.clients().stream()
                .filter(client -> !replaced.contains(client))
                .map(this::deployedLike)
                .toList());
    all.addAll(clients);
    return all;
  }

  /** A pool that only the model knows, of a service that is deployed: as often as that. */
  private Client deployedLike(Client known) {
    return deployed.clients().stream()
        .filter(found -> known.name().startsWith(bare(found.name()) + "/"))
        .findFirst()
        .map(
            found ->
                new Client(
                    known.name(),
                    known.target(),
                    fleet(known.fleet(), found.fleet()),
                    over(known.processes(), found.processes()),
                    known.size(),
                    known.overflow(),
                    known.where()))
        .orElse(known);
  }

  private Client named(Client client) {
    return new Client(
        client.name(),
        name(client.target()),
        client.fleet(),
        client.processes(),
        client.size(),
        client.overflow(),
        client.where());
  }

  private Client over(Client known, Client found) {
    boolean sized = found.size().written();
    return new Client(
        found.name(),
        name(found.target()),
        fleet(known.fleet(), found.fleet()),
        over(known.processes(), found.processes()),
        over(known.size(), found.size()),
        sized ? over(known.overflow(), found.overflow()) : known.overflow(),
        found.where());
  }

  private static Fleet fleet(Fleet known, Fleet found) {
    return new Fleet(over(known.now(), found.now()), maximum(known, found), found.rollout());
  }

  /** The model's autoscaler stays where no other is deployed. */
  private static Figure maximum(Fleet known, Fleet found) {
    boolean scaled = !found.maximum().equals(found.now());
    boolean modelled = !known.maximum().equals(known.now());
    return !scaled && modelled ? known.maximum() : over(known.maximum(), found.maximum());
  }

  /** What is written where it is deployed, else what the model says, else what is assumed. */
  private static Figure over(Figure known, Figure found) {
    return found.written() || known.value() == null ? found : known;
  }
}
