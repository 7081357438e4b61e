package dev.loadline.advisor.ledger.manifest;

import dev.loadline.collector.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Containers of a Kubernetes pod, with what their environment comes to. */
record Pods(ConfigMaps configMaps) {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Za-z_][A-Za-z0-9_.-]*)\\)");

  List<Container> containers(YamlTree pod) {
    List<Container> containers = new ArrayList<>();
    for (YamlTree container : pod.list("initContainers")) {
      boolean sidecar = container.string("restartPolicy").filter("Always"::equals).isPresent();
      containers.add(container(pod, container, !sidecar));
    }
    pod.list("containers").forEach(tree -> containers.add(container(pod, tree, false)));
    return containers;
  }

  private Container container(YamlTree pod, YamlTree tree, boolean first) {
    Map<String, Setting> files = files(pod, tree);
    Map<String, Setting> environment = new LinkedHashMap<>(Properties.of(files));
    environment.putAll(environment(tree));
    return new Container(
        tree.string("name").orElse("container"),
        tree.string("image").orElse(""),
        first,
        environment,
        words(tree).map(word -> expanded(word, environment)).toList(),
        files,
        tree.where());
  }

  private static Stream<Setting> words(YamlTree tree) {
    return Stream.concat(tree.list("command").stream(), tree.list("args").stream())
        .map(Setting::of);
  }

  private Map<String, Setting> environment(YamlTree container) {
    Map<String, Setting> environment = new LinkedHashMap<>();
    for (YamlTree source : container.list("envFrom")) {
      String prefix = source.string("prefix").orElse("");
      source
          .string("configMapRef", "name")
          .ifPresent(name -> put(environment, prefix, "ConfigMap", name));
      source
          .string("secretRef", "name")
          .ifPresent(name -> put(environment, prefix, "Secret", name));
    }
    for (YamlTree variable : container.list("env")) {
      variable
          .string("name")
          .ifPresent(name -> environment.put(name, expanded(value(variable), environment)));
    }
    return environment;
  }

  private void put(Map<String, Setting> environment, String prefix, String kind, String name) {
    configMaps.all(kind, name).forEach((key, value) -> environment.put(prefix + key, value));
  }

  private Setting value(YamlTree variable) {
    Optional<YamlTree> map = variable.at("valueFrom", "configMapKeyRef");
    Optional<YamlTree> secret = variable.at("valueFrom", "secretKeyRef");
    if (map.isPresent()) {
      return configMaps.value("ConfigMap", map.get());
    }
    if (secret.isPresent()) {
      return configMaps.value("Secret", secret.get());
    }
    Optional<YamlTree> other = variable.at("valueFrom");
    return other.isPresent()
        ? Setting.hidden(other.get(), "a field of the pod")
        : Setting.of(variable.at("value").orElse(variable));
  }

  /** {@code $(NAME)} replaced where NAME is known; one that is kept elsewhere hides the whole. */
  private static Setting expanded(Setting setting, Map<String, Setting> environment) {
    Matcher reference = REFERENCE.matcher(setting.orEmpty());
    StringBuilder text = new StringBuilder();
    while (reference.find()) {
      Setting value = environment.get(reference.group(1));
      String known = value == null ? null : value.text();
      if (value != null && known == null && !secretPart(reference.group(1))) {
        return new Setting(null, value.hidden(), setting.file(), setting.line());
      }
      reference.appendReplacement(
          text, Matcher.quoteReplacement(known == null ? reference.group() : known));
    }
    return setting.map(whole -> reference.appendTail(text).toString());
  }

  /** A password inside an address may stay unknown. */
  private static boolean secretPart(String name) {
    return name.matches("(?i).*(PASS|PASSWORD|PWD|SECRET|TOKEN|USER|USERNAME).*");
  }

  private Map<String, Setting> files(YamlTree pod, YamlTree container) {
    Map<String, Setting> files = new LinkedHashMap<>();
    List<String> mounted =
        container.list("volumeMounts").stream()
            .flatMap(mount -> mount.string("name").stream())
            .toList();
    for (YamlTree volume : pod.list("volumes")) {
      if (mounted.contains(volume.string("name").orElse(""))) {
        volume.string("configMap", "name").ifPresent(name -> put(files, "", "ConfigMap", name));
        volume.string("secret", "secretName").ifPresent(name -> put(files, "", "Secret", name));
        for (YamlTree source : volume.list("projected", "sources")) {
          source.string("configMap", "name").ifPresent(name -> put(files, "", "ConfigMap", name));
          source.string("secret", "name").ifPresent(name -> put(files, "", "Secret", name));
        }
      }
    }
    return files;
  }
}
