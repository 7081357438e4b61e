package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.OtherClient;
import dev.loadline.advisor.document.resource.Pool;
import dev.loadline.advisor.document.resource.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code max_connections} has to be for the pools that a load needs: 30 connections of the
 * pool, 2 that stand anyway and 3 reserved are 35.
 */
final class ServerConnections {
  private final Model model;
  private final Reading reading;
  private final Map<String, Need> pools;

  private ServerConnections(Reading reading, List<Need> needs) {
    this.model = reading.model();
    this.reading = reading;
    this.pools =
        needs.stream()
            .filter(need -> need.resource().startsWith("pool/"))
            .collect(Collectors.toMap(Need::resource, need -> need, (one, other) -> one));
  }

  /** One need for each server whose pools' needs are known. */
  static List<Need> of(Reading reading, List<Need> needs) {
    ServerConnections connections = new ServerConnections(reading, needs);
    return connections.model.servers().entrySet().stream()
        .flatMap(entry -> connections.need(entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  private Optional<Need> need(String name, Server server) {
    List<String> terms = new ArrayList<>();
    double needed = 0;
    double low = 0;
    double high = 0;
    boolean any = false;
    for (Map.Entry<String, Pool> pool : pools(name).entrySet()) {
      Need need = pools.get("pool/" + name);
      if (need == null) {
        return Optional.empty();
      }
      any = true;
      needed += need.needed();
      low += need.low();
      high += need.high();
      terms.add("%.0f of %s".formatted(need.needed(), pool.getKey()));
    }
    double others = others(name, terms);
    if (!any && others == 0) {
      return Optional.empty();
    }
    double held = standing(server, terms);
    return Optional.of(
        new Need(
            "server-connections/" + name,
            "max_connections",
            server.maxConnections() == null ? Double.NaN : server.maxConnections(),
            needed + others + held,
            low + others + held,
            high + others + held,
            String.join(" + ", terms)));
  }

  private Map<String, Pool> pools(String server) {
    return model.resources().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Pool pool && server.equals(pool.server()))
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> (Pool) entry.getValue()));
  }

  /** Poolers and other services that connect to the same server. */
  private double others(String server, List<String> terms) {
    double poolers =
        model.poolers().entrySet().stream()
            .filter(entry -> entry.getValue().server().equals(server))
            .mapToDouble(
                entry -> add(terms, "%.0f of " + entry.getKey(), entry.getValue().connections()))
            .sum();
    double clients =
        model.clients().entrySet().stream()
            .filter(entry -> entry.getValue().server().equals(server))
            .mapToDouble(
                entry -> add(terms, "%.0f of " + entry.getKey(), connections(entry.getValue())))
            .sum();
    return poolers + clients;
  }

  private double connections(OtherClient client) {
    return reading.of(client.instances())
        * reading.of(client.processes())
        * reading.of(client.connections());
  }

  private static double standing(Server server, List<String> terms) {
    int held = server.standing().values().stream().mapToInt(Integer::intValue).sum();
    return (held == 0 ? 0 : add(terms, "%.0f that stand anyway", held))
        + (server.keptBack() == 0 ? 0 : add(terms, "%.0f reserved", server.keptBack()));
  }

  private static double add(List<String> terms, String form, double connections) {
    terms.add(form.formatted(connections));
    return connections;
  }
}
