package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Figure;
import dev.loadline.advisor.ledger.Fleet;
import dev.loadline.advisor.ledger.Rollout;
import dev.loadline.collector.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A chart's values: every section that has replicas, an autoscaler or an image is something that is
 * deployed, named after its key.
 */
final class HelmValues {
  private static final String[] ENVIRONMENTS = {
    "env", "envVars", "environment", "extraEnv", "extraEnvVars", "config"
  };
  private static final Set<String> DATABASES =
      Set.of("postgresql", "postgres", "mysql", "mariadb", "mongodb", "mongo", "pgbouncer");
  private static final Set<String> POOLER_KEYS =
      Set.of(
          "defaultpoolsize",
          "reservepoolsize",
          "maxdbconnections",
          "maxclientconn",
          "poolmode",
          "dbhost",
          "databaseurl");

  private HelmValues() {}

  /**
   * @param unnamed how values that name nothing are called; empty where nobody knows
   */
  static List<Workload> workloads(YamlTree document, String unnamed, List<Remark> remarks) {
    List<Workload> workloads = new ArrayList<>();
    Optional<String> title = title(document);
    String name = title.orElse(unnamed.isEmpty() ? "chart" : unnamed);
    if (title.isEmpty() && !unnamed.isEmpty() && deployed(name, document)) {
      remarks.add(
          new Remark(
              document.where(),
              "the values name no service; taken for %s, the only one that is modelled"
                  .formatted(unnamed)));
    }
    collect(name, "", document, workloads, remarks);
    return workloads;
  }

  private static void collect(
      String name, String path, YamlTree section, List<Workload> workloads, List<Remark> remarks) {
    if (!section.isMap() || off(section)) {
      return;
    }
    if (deployed(name, section)) {
      workloads.add(workload(name, path.isEmpty() ? name : path, section, remarks));
    }
    section
        .entries()
        .forEach(
            (key, value) -> {
              if (!DATABASES.contains(name) || !key.equals("primary")) {
                collect(key, path.isEmpty() ? key : path + "." + key, value, workloads, remarks);
              }
            });
  }

  private static boolean off(YamlTree section) {
    return section.string("enabled").filter("false"::equals).isPresent();
  }

  private static boolean deployed(String name, YamlTree section) {
    boolean variables = false;
    for (String key : ENVIRONMENTS) {
      variables |= section.at(key).isPresent();
    }
    return DATABASES.contains(name)
        || section.at("replicaCount").isPresent()
        || section.string("replicas").isPresent()
        || section.at("autoscaling", "maxReplicas").isPresent()
        || (variables && section.at("image").isPresent());
  }

  private static Workload workload(
      String name, String path, YamlTree section, List<Remark> remarks) {
    Map<String, Setting> environment = new LinkedHashMap<>();
    limit(section).ifPresent(tree -> environment.put("MAX_CONNECTIONS", Setting.of(tree)));
    if (name.equals(Engines.POOLER)) {
      pooler(section, environment);
    }
    environment.putAll(Environments.of(section, ENVIRONMENTS));
    Container container =
        new Container(
            path,
            image(name, section),
            false,
            environment,
            Environments.words(section, "command", "args", "extraArgs"),
            files(section),
            section.where());
    boolean database = DATABASES.contains(name) && !name.equals(Engines.POOLER);
    return new Workload(
        path,
        "values",
        database ? Fleet.fixed(Figure.known(1, section.where())) : fleet(path, section, remarks),
        Set.of(name),
        List.of(container),
        section.where());
  }

  private static Fleet fleet(String name, YamlTree section, List<Remark> remarks) {
    Optional<YamlTree> strategy =
        section
            .at("strategy")
            .or(() -> section.at("updateStrategy"))
            .or(() -> section.at("deploymentStrategy"));
    Rollout rollout =
        Scaling.rollout(strategy, Scaling.lingering(section), Rollout.KUBERNETES, remarks);
    Figure unwritten =
        Figure.unknown("%s: replicaCount of %s is not written".formatted(section.where(), name));
    return Scaling.fleet(
        Scaling.count(section, "replicaCount").or(() -> Scaling.count(section, "replicas")),
        unwritten,
        autoscaler(name, section),
        rollout);
  }

  private static Optional<Autoscaler> autoscaler(String name, YamlTree section) {
    for (String key : List.of("autoscaling", "hpa", "horizontalPodAutoscaler")) {
      Optional<YamlTree> found = section.at(key);
      if (found.isPresent() && found.get().string("enabled").filter("true"::equals).isPresent()) {
        YamlTree scaler = found.get();
        Figure least = Scaling.count(scaler, "minReplicas").orElse(Figure.known(1, scaler.where()));
        Figure most =
            Scaling.count(scaler, "maxReplicas")
                .orElseGet(
                    () ->
                        Figure.unknown(
                            "%s: the autoscaler of %s has no maxReplicas"
                                .formatted(scaler.where(), name)));
        return Optional.of(new Autoscaler("values", name, least, most, scaler.where()));
      }
    }
    return Optional.empty();
  }

  private static String image(String name, YamlTree section) {
    return section
        .string("image")
        .or(() -> section.string("image", "repository"))
        .filter(image -> !DATABASES.contains(name))
        .orElse(DATABASES.contains(name) ? name : "");
  }

  private static Optional<YamlTree> limit(YamlTree section) {
    return section
        .at("maxConnections")
        .or(() -> section.at("max_connections"))
        .or(() -> section.at("postgresqlMaxConnections"))
        .or(() -> section.at("primary", "maxConnections"))
        .or(() -> section.at("parameters", "max_connections"));
  }

  private static void pooler(YamlTree section, Map<String, Setting> environment) {
    section
        .entries()
        .forEach(
            (key, value) -> {
              if (POOLER_KEYS.contains(plain(key)) && value.text().isPresent()) {
                environment.put(plain(key), Setting.of(value));
              }
              for (String nested : List.of("config", "pgbouncer", "settings", "parameters")) {
                if (key.equals(nested)) {
                  pooler(value, environment);
                }
              }
            });
  }

  /** Configuration that is written out among the values: {@code extendedConfiguration: |}. */
  private static Map<String, Setting> files(YamlTree section) {
    Map<String, Setting> files = new LinkedHashMap<>();
    for (YamlTree place : List.of(section, section.at("primary").orElse(section))) {
      place
          .entries()
          .forEach(
              (key, value) -> {
                if (key.toLowerCase(Locale.ROOT).contains("config")) {
                  value.text().ifPresent(text -> files.put(key, Setting.of(value)));
                }
              });
    }
    return files;
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
  }

  private static Optional<String> title(YamlTree document) {
    return document
        .string("fullnameOverride")
        .or(() -> document.string("nameOverride"))
        .or(() -> document.string("image", "repository").map(name -> name.replaceFirst(".*/", "")))
        .filter(name -> !name.isBlank());
  }
}
