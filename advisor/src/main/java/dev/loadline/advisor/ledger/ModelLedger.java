package dev.loadline.advisor.ledger;

import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.OtherClient;
import dev.loadline.advisor.document.Service;
import dev.loadline.advisor.document.resource.Memory;
import dev.loadline.advisor.document.resource.Pool;
import dev.loadline.advisor.document.resource.Workers;
import dev.loadline.advisor.document.unit.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a model: its pools, poolers and other clients against its servers. A range
 * counts with its upper end, since a ledger sums what may be opened.
 */
public final class ModelLedger {
  private final ModelFile file;
  private final Model model;

  private ModelLedger(ModelFile file) {
    this.file = file;
    this.model = file.model();
  }

  /** The ledger of a model alone. */
  public static Ledger of(ModelFile file) {
    return Ledger.of(inventory(file));
  }

  /** What a model says of servers and those who connect to them. */
  public static Inventory inventory(ModelFile file) {
    ModelLedger ledger = new ModelLedger(file);
    return new Inventory(ledger.servers(), ledger.poolers(), ledger.clients());
  }

  private List<Server> servers() {
    List<Server> servers = new ArrayList<>();
    model
        .servers()
        .forEach(
            (name, server) -> {
              if (!server.writesAlone()) {
                servers.add(server(name, server));
              }
            });
    return servers;
  }

  private Server server(String name, dev.loadline.advisor.document.resource.Server server) {
    String path = "servers." + name;
    Integer accepts = server.maxConnections();
    return new Server(
        name,
        server.engine() == null ? "" : server.engine(),
        accepts == null
            ? Figure.unknown(
                "%s: max_connections of %s is not stated".formatted(file.where(path), name))
            : Figure.known(accepts, file.where(path + ".max_connections")),
        reserved(name, server),
        server.standing().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> new Standing(entry.getKey(), entry.getValue()))
            .toList(),
        file.where(path));
  }

  private Figure reserved(String name, dev.loadline.advisor.document.resource.Server server) {
    return server.reserved() == null && server.keptBack() > 0
        ? Server.postgresqlReserved(name)
        : Figure.known(server.keptBack(), file.where("servers." + name + ".reserved"));
  }

  private List<Pooler> poolers() {
    List<Pooler> poolers = new ArrayList<>();
    model.poolers().forEach((name, pooler) -> poolers.add(pooler(name, pooler)));
    return poolers;
  }

  private Pooler pooler(String name, dev.loadline.advisor.document.resource.Pooler pooler) {
    String path = "poolers." + name;
    Integer limit = pooler.maxDbConnections();
    Upstream upstream =
        new Upstream(
            pooler.server(),
            whole(pooler.users(), path + ".users"),
            whole(pooler.databases(), path + ".databases"),
            whole(pooler.defaultPoolSize(), path + ".default_pool_size"),
            whole(pooler.reservePool(), path + ".reserve_pool"),
            limit == null ? null : whole(limit, path + ".max_db_connections"));
    return new Pooler(
        name,
        Fleet.fixed(whole(pooler.instances(), path + ".instances")),
        List.of(upstream),
        pooler.maxClientConn() == null
            ? Figure.assumed(
                pooler.clients(),
                "%s: max_client_conn %d, PgBouncer's where nothing is set"
                    .formatted(name, pooler.clients()))
            : whole(pooler.clients(), path + ".max_client_conn"),
        pooler.mode().name().toLowerCase(Locale.ROOT),
        file.where(path));
  }

  private List<Client> clients() {
    List<Client> clients = new ArrayList<>();
    model
        .resources()
        .forEach(
            (name, resource) -> {
              if (resource instanceof Pool pool && pool.server() != null) {
                clients.add(client(name, pool, pool.server()));
              }
            });
    model.clients().forEach((name, client) -> clients.add(client(name, client)));
    return clients;
  }

  private Client client(String name, Pool pool, String server) {
    String path = "resources." + name;
    return new Client(
        pools() == 1 ? model.model() : model.model() + "/" + name,
        server,
        pool.per() == Memory.SHARED ? Fleet.fixed(whole(1, path)) : fleet(),
        pool.per() == Memory.PROCESS ? processes() : whole(1, path),
        figure(pool.size(), path + ".size"),
        figure(pool.overflow(), path + ".overflow"),
        file.where(path));
  }

  private long pools() {
    return model.resources().values().stream()
        .filter(resource -> resource instanceof Pool pool && pool.server() != null)
        .count();
  }

  private Client client(String name, OtherClient client) {
    String path = "clients." + name;
    return new Client(
        name,
        client.server(),
        Fleet.fixed(figure(client.instances(), path + ".instances")),
        figure(client.processes(), path + ".processes"),
        figure(client.connections(), path + ".connections"),
        whole(0, path),
        file.where(path));
  }

  private Fleet fleet() {
    Service service = model.service();
    Figure now = figure(service.instances(), "service.instances");
    Count most = service.maxInstances();
    return new Fleet(
        now,
        most == null ? now : figure(most, "service.max_instances"),
        new Rollout(share(service.maxSurge()), share(service.maxUnavailable()), Share.NONE));
  }

  private static Share share(@Nullable String text) {
    return text == null ? Share.NONE : Share.parse(text);
  }

  private Figure processes() {
    for (Map.Entry<String, dev.loadline.advisor.document.resource.Resource> entry :
        model.resources().entrySet()) {
      if (entry.getValue() instanceof Workers workers
          && workers.serves() == Workers.Serves.REQUESTS) {
        return figure(workers.processes(), "resources." + entry.getKey() + ".processes");
      }
    }
    return whole(1, "resources");
  }

  private Figure whole(int value, String path) {
    return Figure.known(value, file.where(path));
  }

  private Figure figure(Count count, String path) {
    double most = Math.ceil(count.amount().base().high());
    return most >= 0 && most <= Figure.MOST
        ? Figure.known((int) most, file.where(path))
        : Figure.unknown(
            "%s: %s has no upper end that can be summed".formatted(file.where(path), path));
  }
}
