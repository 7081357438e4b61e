package dev.loadline.advisor.ledger.manifest;

import java.util.List;
import java.util.Map;

/**
 * One program that is deployed.
 *
 * @param image empty where it is not said
 * @param first whether it ends before the others start
 * @param environment by name
 * @param words command and arguments
 * @param files configuration that is mounted, by its key
 */
record Container(
    String name,
    String image,
    boolean first,
    Map<String, Setting> environment,
    List<Setting> words,
    Map<String, Setting> files,
    String where) {

  Container {
    environment = Map.copyOf(environment);
    words = List.copyOf(words);
    files = Map.copyOf(files);
  }

  Words commandLine() {
    return new Words(words);
  }
}
