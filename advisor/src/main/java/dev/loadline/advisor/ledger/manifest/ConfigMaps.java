package dev.loadline.advisor.ledger.manifest;

import dev.loadline.collector.yaml.YamlTree;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * ConfigMaps and Secrets among the files, by kind and name.
 *
 * @param data {@code ConfigMap/orders} to its keys
 */
record ConfigMaps(Map<String, Map<String, Setting>> data) {

  static ConfigMaps of(List<YamlTree> objects) {
    Map<String, Map<String, Setting>> data = new LinkedHashMap<>();
    for (YamlTree object : objects) {
      String kind = object.string("kind").orElse("");
      if (kind.equals("ConfigMap") || kind.equals("Secret")) {
        String name = kind + "/" + object.string("metadata", "name").orElse("");
        data.computeIfAbsent(name, key -> new LinkedHashMap<>()).putAll(values(object, kind));
      }
    }
    return new ConfigMaps(data);
  }

  /** All keys of one, or none where it is not among the files. */
  Map<String, Setting> all(String kind, String name) {
    return data.getOrDefault(kind + "/" + name, Map.of());
  }

  /** The value that a reference stands for. */
  Setting value(String kind, YamlTree reference) {
    String name = reference.string("name").orElse("");
    String key = reference.string("key").orElse("");
    Setting found = all(kind, name).get(key);
    return found == null ? Setting.hidden(reference, "%s %s/%s".formatted(kind, name, key)) : found;
  }

  private static Map<String, Setting> values(YamlTree object, String kind) {
    Map<String, Setting> values = new LinkedHashMap<>();
    boolean secret = kind.equals("Secret");
    object
        .at("data")
        .ifPresent(
            data ->
                data.entries()
                    .forEach(
                        (key, value) ->
                            values.put(
                                key, secret ? decoded(Setting.of(value)) : Setting.of(value))));
    object
        .at("stringData")
        .ifPresent(
            data -> data.entries().forEach((key, value) -> values.put(key, Setting.of(value))));
    return values;
  }

  /** Addresses and numbers are ASCII; what is beyond does not matter here. */
  private static Setting decoded(Setting setting) {
    try {
      StringBuilder text = new StringBuilder();
      for (byte each : Base64.getMimeDecoder().decode(setting.orEmpty())) {
        text.append((char) (each & 0xff));
      }
      return setting.with(text.toString());
    } catch (IllegalArgumentException e) {
      return new Setting(null, "a Secret that is not base64", setting.file(), setting.line());
    }
  }
}
