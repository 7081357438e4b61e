package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Figure;
import dev.loadline.advisor.ledger.Fleet;
import dev.loadline.advisor.ledger.Rollout;
import dev.loadline.advisor.ledger.Share;
import dev.loadline.collector.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The services of a Compose file; {@code ${NAME:-20}} stands for what follows its dash. */
final class ComposeFile {
  private static final int LONGEST = 10_000;
  private static final List<String> KEYS =
      List.of("image", "build", "command", "environment", "deploy", "extends");
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::?-([^}]*+))?[^}]*+\\}|\\$([A-Za-z_]\\w*)");

  private ComposeFile() {}

  static boolean is(YamlTree document) {
    return document.string("kind").isEmpty()
        && document.at("services").stream()
            .flatMap(services -> services.entries().values().stream())
            .anyMatch(ComposeFile::runs);
  }

  private static boolean runs(YamlTree service) {
    return KEYS.stream().anyMatch(key -> service.at(key).isPresent());
  }

  static List<Workload> workloads(YamlTree document, List<Remark> remarks) {
    List<Workload> workloads = new ArrayList<>();
    YamlTree services = document.at("services").orElse(document);
    services
        .entries()
        .forEach(
            (name, service) -> {
              workloads.add(workload(name, service));
              for (String key : List.of("env_file", "extends")) {
                service.at(key).ifPresent(tree -> remarks.add(notRead(tree, name, key)));
              }
            });
    return workloads;
  }

  private static Remark notRead(YamlTree tree, String name, String key) {
    return new Remark(
        tree.where(),
        "%s of %s is not read; give what docker compose config prints".formatted(key, name));
  }

  private static Workload workload(String name, YamlTree service) {
    Map<String, Setting> environment = Environments.of(service, "environment");
    environment.replaceAll((key, setting) -> interpolated(setting));
    dependencies(service).forEach(environment::put);
    Container container =
        new Container(
            name,
            service.string("image").orElse(""),
            false,
            environment,
            Environments.words(service, "entrypoint", "command").stream()
                .map(ComposeFile::interpolated)
                .toList(),
            Map.of(),
            service.where());
    return new Workload(
        name, "service", fleet(service), hosts(name, service), List.of(container), service.where());
  }

  /** What a service waits for, in case nothing else says what it uses. */
  private static Map<String, Setting> dependencies(YamlTree service) {
    Map<String, Setting> needed = new LinkedHashMap<>();
    service
        .at("depends_on")
        .ifPresent(
            tree -> {
              tree.items()
                  .forEach(
                      item ->
                          item.text()
                              .ifPresent(
                                  name -> needed.put(Targets.NEEDS + name, Setting.of(item))));
              tree.entries()
                  .forEach(
                      (name, value) ->
                          needed.put(Targets.NEEDS + name, Setting.of(value).with(name)));
            });
    return needed;
  }

  private static Fleet fleet(YamlTree service) {
    Figure count =
        replicas(service, "deploy", "replicas")
            .or(() -> replicas(service, "scale"))
            .orElse(Figure.known(1, service.where()));
    Optional<YamlTree> update = service.at("deploy", "update_config");
    boolean startFirst =
        update.flatMap(tree -> tree.string("order")).filter("start-first"::equals).isPresent();
    return startFirst
        ? new Fleet(count, count, Rollout.surging(parallel(update)))
        : Fleet.fixed(count);
  }

  private static Optional<Figure> replicas(YamlTree service, String... keys) {
    return service
        .at(keys)
        .filter(tree -> tree.text().isPresent())
        .map(tree -> interpolated(Setting.of(tree)).number(keys[keys.length - 1]));
  }

  /** Tasks that are started at once, 1 where nothing is said; 0 means all. */
  private static Share parallel(Optional<YamlTree> update) {
    String text = update.flatMap(tree -> tree.string("parallelism")).orElse("1").strip();
    return text.matches("[1-9]\\d{0,4}") ? Share.parse(text) : Share.ALL;
  }

  private static Set<String> hosts(String name, YamlTree service) {
    Set<String> hosts = new LinkedHashSet<>();
    hosts.add(name);
    service.string("container_name").ifPresent(hosts::add);
    service.string("hostname").ifPresent(hosts::add);
    service
        .at("networks")
        .ifPresent(
            networks ->
                networks
                    .entries()
                    .values()
                    .forEach(
                        network ->
                            network
                                .list("aliases")
                                .forEach(alias -> alias.text().ifPresent(hosts::add))));
    return hosts;
  }

  /** With defaults filled in; a variable that has none hides the value. */
  private static Setting interpolated(Setting setting) {
    if (setting.orEmpty().length() > LONGEST) {
      return setting;
    }
    Matcher variable = VARIABLE.matcher(setting.orEmpty());
    StringBuilder text = new StringBuilder();
    boolean only = false;
    while (variable.find()) {
      String otherwise = variable.group(2);
      only |= otherwise == null && variable.group().equals(setting.orEmpty());
      variable.appendReplacement(
          text, Matcher.quoteReplacement(otherwise == null ? variable.group() : otherwise));
    }
    return only
        ? new Setting(null, "the variable " + setting.orEmpty(), setting.file(), setting.line())
        : setting.map(old -> variable.appendTail(text).toString());
  }
}
