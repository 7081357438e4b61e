package dev.loadline.advisor.ledger.manifest;

import dev.loadline.collector.yaml.ProblemsException;
import dev.loadline.collector.yaml.YamlTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code application.properties} or {@code application.yaml} among mounted files sets, with
 * dotted names: {@code spring.datasource.hikari.maximum-pool-size}.
 */
final class Properties {
  private static final int LONGEST = 2_000;

  private Properties() {}

  static Map<String, Setting> of(Map<String, Setting> files) {
    Map<String, Setting> properties = new LinkedHashMap<>();
    new TreeMap<>(files)
        .forEach(
            (name, file) -> {
              if (name.matches("application.{0,40}\\.properties")) {
                lines(file, properties);
              } else if (name.matches("application.{0,40}\\.ya?ml")) {
                tree(file, properties);
              }
            });
    return properties;
  }

  private static void lines(Setting file, Map<String, Setting> properties) {
    List<String> lines = file.orEmpty().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      int equals = line.indexOf('=');
      if (equals > 0 && line.length() < LONGEST && !line.startsWith("#")) {
        properties.put(
            line.substring(0, equals).strip(),
            new Setting(line.substring(equals + 1).strip(), "", file.file(), file.line() + i));
      }
    }
  }

  private static void tree(Setting file, Map<String, Setting> properties) {
    for (YamlTree document : documents(file)) {
      flatten("", document, file, properties);
    }
  }

  /** None where the file is a template of its own or no YAML: then it sets nothing here. */
  private static List<YamlTree> documents(Setting file) {
    try {
      return YamlTree.parse(file.file(), file.orEmpty());
    } catch (ProblemsException e) {
      return List.of();
    }
  }

  private static void flatten(
      String path, YamlTree tree, Setting file, Map<String, Setting> properties) {
    tree.text()
        .ifPresent(
            text ->
                properties.put(
                    path, new Setting(text, "", file.file(), file.line() + tree.line() - 1)));
    tree.entries()
        .forEach(
            (key, value) ->
                flatten(path.isEmpty() ? key : path + "." + key, value, file, properties));
  }
}
