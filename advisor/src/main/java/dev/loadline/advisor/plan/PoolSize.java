package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.document.resource.Pool;
import dev.loadline.advisor.plan.Sizing.Load;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The pool that carries a load: one fixed size, without overflow, in each process. */
final class PoolSize {

  private PoolSize() {}

  static Optional<Map<String, String>> forLoad(
      ModelFile file, Reading reading, Ceiling first, Load load) {
    return file.model().resources().entrySet().stream()
        .filter(
            entry -> entry.getValue() instanceof Pool pool && names(first, entry.getKey(), pool))
        .findFirst()
        .flatMap(
            entry -> {
              Pool pool = (Pool) entry.getValue();
              double each =
                  first.needed(load.on(reading, first.driver())) / reading.copies(pool.per());
              return Double.isFinite(each)
                  ? Optional.of(changes(entry.getKey(), Math.ceil(each - 1e-9)))
                  : Optional.empty();
            });
  }

  private static boolean names(Ceiling ceiling, String key, Pool pool) {
    return ceiling.resource().equals("pool/" + (pool.server() == null ? key : pool.server()));
  }

  private static Map<String, String> changes(String key, double size) {
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("resources." + key + ".size", "%.0f connections".formatted(size));
    changes.put("resources." + key + ".overflow", "0 connections");
    return changes;
  }
}
