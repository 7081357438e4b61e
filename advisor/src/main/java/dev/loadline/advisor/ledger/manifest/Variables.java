package dev.loadline.advisor.ledger.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An environment whose names are compared without underscores, dots, dashes and case. */
record Variables(Map<String, Setting> environment) {

  Variables {
    environment = new TreeMap<>(environment);
  }

  /** A setting and the name that it has in the file. */
  record Named(String name, Setting setting) {}

  /** The first of these names that is set. */
  Optional<Named> first(List<String> names) {
    for (String name : names) {
      for (Map.Entry<String, Setting> entry : environment.entrySet()) {
        if (plain(entry.getKey()).equals(plain(name))) {
          return Optional.of(new Named(entry.getKey(), entry.getValue()));
        }
      }
    }
    return Optional.empty();
  }

  /** All whose names end so, after a word of their own: {@code SHOP_DB_POOL_SIZE}. */
  List<Named> ending(List<String> names) {
    return environment.entrySet().stream()
        .filter(
            entry -> names.stream().anyMatch(name -> plain(entry.getKey()).endsWith(plain(name))))
        .map(entry -> new Named(entry.getKey(), entry.getValue()))
        .toList();
  }

  boolean any(String start) {
    return environment.keySet().stream().anyMatch(name -> plain(name).startsWith(plain(start)));
  }

  static String plain(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[_.-]", "");
  }
}
