package dev.loadline.advisor.ledger.manifest;

import java.util.Set;

/**
 * A {@code pgbouncer.ini} that no container among the files mounts.
 *
 * @param name of the pooler that it makes, where none is deployed
 * @param hosts under which clients may know that
 * @param object the ConfigMap or Secret that holds it, {@code ConfigMap bouncer}; empty for a file
 */
record PoolerFile(String name, Set<String> hosts, Setting text, String object) {

  PoolerFile {
    hosts = Set.copyOf(hosts);
  }

  static PoolerFile file(Setting text) {
    String name = base(text.file().replaceFirst(".*/", ""));
    return new PoolerFile(name, Set.of(name), text, "");
  }

  /**
   * @param object {@code ConfigMap/bouncer}
   */
  static PoolerFile kept(String object, String key, Setting text) {
    String name = base(key);
    String kept = object.substring(object.indexOf('/') + 1);
    String stem = kept.replaceFirst("-(config|conf|cm|ini)$", "");
    return new PoolerFile(
        name,
        name.equals(stem) ? Set.of(name) : Set.of(name, stem),
        text,
        object.replaceFirst("/", " "));
  }

  /** What is told of one that is used although nothing mounts it. */
  Remark used(String pooler) {
    return new Remark(
        text.where(),
        "nothing among the files mounts %s; taken for the configuration of %s"
            .formatted(object, pooler));
  }

  /** What is told of one that the deployed poolers do not need. */
  Remark unused() {
    return new Remark(
        text.where(), "nothing among the files mounts %s; it is not counted".formatted(object));
  }

  boolean isKept() {
    return !object.isEmpty();
  }

  private static String base(String file) {
    return file.replaceFirst("\\.[^.]*$", "");
  }
}
