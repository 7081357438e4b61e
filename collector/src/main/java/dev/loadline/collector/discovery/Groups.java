package dev.loadline.collector.discovery;

import dev.loadline.collector.yaml.YamlTree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prometheus' lists of target groups, in YAML or JSON: {@code [{targets: […], labels: {…}}]}. */
final class Groups {
  private Groups() {}

  /**
   * @throws IllegalArgumentException with file and line where the list is not what it should be; a
   *     target that cannot be one is refused alone
   */
  static Listing parse(String name, String text, Naming naming) {
    List<YamlTree> documents = YamlTree.parse(name, text);
    if (documents.size() != 1 || !documents.get(0).isList()) {
      throw new IllegalArgumentException(
          name + ": a list of groups is wanted: [{targets: [\"host:port\"], labels: {}}]");
    }
    Listing.Builder listing = new Listing.Builder();
    documents.get(0).items().forEach(group -> add(group, naming, listing));
    return listing.build();
  }

  private static void add(YamlTree group, Naming naming, Listing.Builder listing) {
    YamlTree targets = group.at("targets").filter(YamlTree::isList).orElseThrow(() -> bad(group));
    Map<String, String> labels = labels(group);
    for (YamlTree target : targets.items()) {
      String address = target.text().orElseThrow(() -> bad(target));
      listing.add(new Labelled(address, labels), naming);
    }
  }

  private static Map<String, String> labels(YamlTree group) {
    Map<String, String> labels = new TreeMap<>();
    YamlTree all = group.at("labels").orElse(group);
    if (all != group) {
      all.entries()
          .forEach((name, value) -> labels.put(name, value.text().orElseThrow(() -> bad(value))));
    }
    return labels;
  }

  private static IllegalArgumentException bad(YamlTree where) {
    return new IllegalArgumentException(
        where.where() + ": a group is {targets: [\"host:port\"], labels: {name: \"value\"}}");
  }
}
