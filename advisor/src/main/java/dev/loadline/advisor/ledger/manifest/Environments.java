package dev.loadline.advisor.ledger.manifest;

import dev.loadline.collector.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Environments and command lines in the forms that Compose files and charts allow. */
final class Environments {

  private Environments() {}

  /** A map, a list of {@code NAME=value}, or a list of {@code {name, value}}. */
  static Map<String, Setting> of(YamlTree tree, String... keys) {
    Map<String, Setting> environment = new LinkedHashMap<>();
    for (String key : keys) {
      Optional<YamlTree> found = tree.at(key);
      found.ifPresent(
          variables -> {
            variables.entries().forEach((name, value) -> put(environment, name, value));
            variables.items().forEach(item -> item(environment, item));
          });
    }
    return environment;
  }

  static List<Setting> words(YamlTree tree, String... keys) {
    List<Setting> words = new ArrayList<>();
    for (String key : keys) {
      tree.at(key)
          .ifPresent(
              found -> {
                if (found.isList()) {
                  found.items().forEach(item -> words.add(Setting.of(item)));
                } else if (found.text().isPresent()) {
                  words.add(Setting.of(found));
                }
              });
    }
    return words;
  }

  private static void put(Map<String, Setting> environment, String name, YamlTree value) {
    if (value.isMap()) {
      environment.put(name, value.at("value").map(Setting::of).orElseGet(() -> reference(value)));
    } else {
      environment.put(name, value.text().isPresent() ? Setting.of(value) : outside(value, name));
    }
  }

  private static void item(Map<String, Setting> environment, YamlTree item) {
    Optional<String> text = item.text();
    if (text.isPresent()) {
      String[] sides = text.get().split("=", 2);
      environment.put(
          sides[0], sides.length == 1 ? outside(item, sides[0]) : Setting.of(item).with(sides[1]));
      return;
    }
    item.string("name")
        .ifPresent(
            name ->
                environment.put(
                    name, item.at("value").map(Setting::of).orElseGet(() -> reference(item))));
  }

  private static Setting outside(YamlTree tree, String name) {
    return Setting.hidden(tree, "the variable " + name);
  }

  private static Setting reference(YamlTree tree) {
    for (String kind : List.of("secretKeyRef", "configMapKeyRef")) {
      Optional<YamlTree> found = tree.at("valueFrom", kind).or(() -> tree.at(kind));
      if (found.isPresent()) {
        return Setting.hidden(
            found.get(),
            "%s %s/%s"
                .formatted(
                    kind.startsWith("secret") ? "Secret" : "ConfigMap",
                    found.get().string("name").orElse(""),
                    found.get().string("key").orElse("")));
      }
    }
    return Setting.hidden(tree, "another place");
  }
}
