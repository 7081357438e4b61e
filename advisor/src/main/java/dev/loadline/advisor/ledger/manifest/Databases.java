package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Figure;
import dev.loadline.advisor.ledger.Fleet;
import dev.loadline.collector.yaml.YamlTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Databases and poolers that operators make of one object: CloudNativePG's Cluster and Pooler,
 * Zalando's postgresql, Crunchy's PostgresCluster.
 */
final class Databases {
  private static final String MAX = "max_connections";

  private Databases() {}

  static Optional<Workload> of(YamlTree object) {
    String group = object.string("apiVersion").orElse("").replaceFirst("/.*$", "");
    return switch (group + "/" + KubernetesObjects.kind(object)) {
      case "postgresql.cnpg.io/Cluster" ->
          Optional.of(server(object, object.at("spec", "postgresql", "parameters", MAX)));
      case "acid.zalan.do/postgresql" ->
          Optional.of(server(object, object.at("spec", "postgresql", "parameters", MAX)));
      case "postgres-operator.crunchydata.com/PostgresCluster" ->
          Optional.of(
              server(
                  object,
                  object.at(
                      "spec", "patroni", "dynamicConfiguration", "postgresql", "parameters", MAX)));
      case "postgresql.cnpg.io/Pooler" -> Optional.of(pooler(object));
      default -> Optional.empty();
    };
  }

  private static Workload server(YamlTree object, Optional<YamlTree> accepts) {
    String name = KubernetesObjects.name(object);
    Map<String, Setting> environment = new LinkedHashMap<>();
    accepts.ifPresent(tree -> environment.put("POSTGRES_MAX_CONNECTIONS", Setting.of(tree)));
    return workload(
        object,
        Fleet.fixed(Figure.known(1, object.where())),
        Set.of(name, name + "-rw", name + "-r", name + "-ro", name + "-primary"),
        "postgres",
        environment);
  }

  private static Workload pooler(YamlTree object) {
    Map<String, Setting> environment = new LinkedHashMap<>();
    object
        .at("spec", "pgbouncer", "parameters")
        .ifPresent(
            parameters ->
                parameters
                    .entries()
                    .forEach((key, value) -> environment.put(key, Setting.of(value))));
    object
        .at("spec", "pgbouncer", "poolMode")
        .ifPresent(mode -> environment.put("pool_mode", Setting.of(mode)));
    object
        .at("spec", "cluster", "name")
        .ifPresent(cluster -> environment.put("DB_HOST", Setting.of(cluster)));
    Figure instances =
        Scaling.count(object, "spec", "instances").orElse(Figure.known(1, object.where()));
    String name = KubernetesObjects.name(object);
    return workload(object, Fleet.fixed(instances), Set.of(name), Engines.POOLER, environment);
  }

  private static Workload workload(
      YamlTree object,
      Fleet fleet,
      Set<String> hosts,
      String image,
      Map<String, Setting> environment) {
    String name = KubernetesObjects.name(object);
    Container container =
        new Container(name, image, false, environment, List.of(), Map.of(), object.where());
    return new Workload(
        name, KubernetesObjects.kind(object), fleet, hosts, List.of(container), object.where());
  }
}
