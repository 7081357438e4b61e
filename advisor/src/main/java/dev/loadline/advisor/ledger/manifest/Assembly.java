package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Figure;
import dev.loadline.advisor.ledger.Fleet;
import dev.loadline.advisor.ledger.Inventory;
import dev.loadline.advisor.ledger.Pooler;
import dev.loadline.advisor.ledger.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes servers, poolers and clients of what is deployed. */
final class Assembly {
  private final List<Workload> workloads;
  private final List<PoolerFile> inis;
  private final List<Remark> remarks;
  private final Hosts hosts = new Hosts();
  private final Map<String, Server> servers = new LinkedHashMap<>();
  private final List<Proxy> proxies = new ArrayList<>();
  private final Map<Container, String> named = new LinkedHashMap<>();
  private boolean taken;

  /** A pooler before its clients are known. */
  private record Proxy(Workload workload, PoolerSettings settings, String where) {}

  Assembly(List<Workload> workloads, List<PoolerFile> inis, List<Remark> remarks) {
    this.workloads = workloads;
    this.inis = inis;
    this.remarks = remarks;
  }

  Inventory inventory() {
    for (Workload workload : workloads) {
      workload.containers().forEach(container -> place(workload, container));
    }
    unplacedPoolers();
    Clients clients = new Clients(hosts, remarks);
    for (Workload workload : workloads) {
      clients.add(
          workload, workload.containers().stream().filter(c -> !named.containsKey(c)).toList());
    }
    List<Pooler> poolers = proxies.stream().map(proxy -> pooler(proxy, clients)).toList();
    clients.limits().forEach(this::limit);
    return new Inventory(List.copyOf(servers.values()), poolers, clients.all());
  }

  private void place(Workload workload, Container container) {
    Optional<String> engine = Engines.of(container.image());
    if (engine.isEmpty() || workload.ends() || container.first() || Tools.called(container)) {
      return;
    }
    boolean pooler = engine.get().equals(Engines.POOLER);
    String name = free(pooler ? workload.nameOf(container) : workload.name(), container);
    named.put(container, name);
    Set<String> names =
        pooler && workload.containers().size() > 1 ? Set.of(name) : workload.hosts();
    hosts.add(new Hosts.Place(name, engine.get(), workload.where(), names));
    if (pooler) {
      proxies.add(proxy(workload, container, name));
    } else {
      servers.put(name, Servers.of(name, engine.get(), Limit.of(name, container), container));
    }
  }

  private Proxy proxy(Workload workload, Container container, String name) {
    PoolerSettings own = PoolerSettings.of(name, container, Optional.empty());
    boolean lone = inis.size() == 1 && !own.connects();
    PoolerSettings settings =
        lone ? PoolerSettings.of(name, container, Optional.of(inis.get(0).text())) : own;
    if (lone && inis.get(0).isKept()) {
      remarks.add(inis.get(0).used(name));
      taken = true;
    }
    if (!settings.connects()) {
      remarks.add(
          new Remark(
              container.where(),
              name
                  + " is a pooler, and nothing says to which server it connects;"
                  + " give its pgbouncer.ini as well"));
    }
    return new Proxy(workload, settings, container.where());
  }

  /** A pgbouncer.ini that no deployed pooler uses is a pooler of its own. */
  private void unplacedPoolers() {
    if (inis.size() == 1 && !proxies.isEmpty()) {
      inis.stream().filter(ini -> ini.isKept() && !taken).forEach(ini -> remarks.add(ini.unused()));
      return;
    }
    for (PoolerFile file : inis) {
      Setting ini = file.text();
      String base = file.name();
      Container container =
          new Container(base, Engines.POOLER, false, Map.of(), List.of(), Map.of(), ini.where());
      String name = free(base, container);
      if (file.isKept()) {
        remarks.add(file.used(name + ", a pooler that is not among the files"));
      }
      Figure one = Figure.assumed(1, name + ": 1 instance, since no file deploys it");
      Workload workload =
          new Workload(
              name, "file", Fleet.fixed(one), file.hosts(), List.of(container), ini.where());
      hosts.add(new Hosts.Place(name, Engines.POOLER, workload.where(), workload.hosts()));
      proxies.add(
          new Proxy(workload, PoolerSettings.of(name, container, Optional.of(ini)), ini.where()));
    }
  }

  private Pooler pooler(Proxy proxy, Clients clients) {
    String name = proxy.settings().name();
    return proxy
        .settings()
        .pooler(
            proxy.workload().fleet(),
            host -> host.isEmpty() ? "the server of " + name : hosts.name(host, proxy.workload()),
            clients.users(name, proxy.where()),
            clients.databases(name, proxy.where()),
            proxy.where());
  }

  private String free(String name, Container container) {
    return hosts.has(name) ? name + " of " + container.where() : name;
  }

  /** What a client says of a server that does not say it itself. */
  private void limit(String name, Clients.Stated stated) {
    Server known = servers.get(name);
    boolean pooled = proxies.stream().anyMatch(proxy -> proxy.settings().name().equals(name));
    if (!pooled && (known == null || known.accepts().value() == null)) {
      servers.put(
          name,
          Servers.of(
              name,
              known == null ? stated.engine() : known.engine(),
              stated.accepts(),
              stated.container()));
    }
  }
}
