package dev.loadline.advisor.cli;

import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.resource.Resource;
import dev.loadline.collector.yaml.Keys;
import dev.loadline.collector.yaml.Nearest;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The paths of a model at which {@code plan} may set a value, those without one yet too. */
final class Settable {
  private static final String RESOURCES = "resources.";
  private static final Set<String> SAID =
      Set.of("model", "document", "source", "options", "ladder", "phases", "evidence", "claims");

  private final Set<String> paths = new TreeSet<>();
  private final Map<String, Set<String>> entries = new TreeMap<>();

  private Settable() {}

  static Settable of(Model model) {
    Settable settable = new Settable();
    for (RecordComponent component : Model.class.getRecordComponents()) {
      if (!SAID.contains(Keys.of(component))) {
        settable.walk(Keys.of(component), component.getType(), read(model, component));
      }
    }
    return settable;
  }

  private void walk(String path, Class<?> type, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Set<String> keys = new TreeSet<>();
      map.forEach(
          (key, inner) -> {
            keys.add(key.toString());
            walk(path + "." + key, inner.getClass(), inner);
          });
      entries.put(path, keys);
    } else if (type.isRecord() && scalar(type)) {
      paths.add(path);
    } else if (value instanceof Record part) {
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        walk(path + "." + Keys.of(component), component.getType(), read(part, component));
      }
    } else if (!type.isRecord()) {
      paths.add(path);
    }
  }

  /** A figure with its unit, which stands in one value. */
  private static boolean scalar(Class<?> type) {
    return dev.loadline.advisor.document.unit.Measured.class.isAssignableFrom(type);
  }

  /**
   * The whole path of what was written; {@code resources.} may be left out.
   *
   * @param all paths that are set together, so that a new entry may name its kind
   * @throws IllegalArgumentException with the nearest path that there is
   */
  String full(String path, Collection<String> all) {
    if (paths.contains(path)) {
      return path;
    } else if (paths.contains(RESOURCES + path)) {
      return RESOURCES + path;
    } else if (isNewEntry(path, all)) {
      return path;
    }
    throw new IllegalArgumentException("no path '%s'%s".formatted(path, hint(path)));
  }

  private boolean isNewEntry(String path, Collection<String> all) {
    for (Map.Entry<String, Set<String>> map : entries.entrySet()) {
      if (path.startsWith(map.getKey() + ".")) {
        String[] rest = path.substring(map.getKey().length() + 1).split("\\.", -1);
        boolean there = map.getValue().contains(rest[0]);
        if (!there && !rest[0].isEmpty()) {
          return map.getKey().equals("resources")
              ? isKind(rest[0]) || all.contains(RESOURCES + rest[0] + ".kind")
              : Nearest.to(rest[0], map.getValue()).isEmpty();
        }
      }
    }
    return false;
  }

  private static boolean isKind(String name) {
    return Keys.kinds(Resource.class).containsKey(name.replace('_', '-'));
  }

  private String hint(String path) {
    Optional<String> near = Nearest.to(path, paths).or(() -> Nearest.to(RESOURCES + path, paths));
    return near.map(found -> "; did you mean '" + found + "'?").orElseGet(() -> beside(path));
  }

  /** What there is under the longest part of the path that leads somewhere. */
  private String beside(String path) {
    String above = path;
    while (!above.isEmpty()) {
      above = above.substring(0, Math.max(0, above.lastIndexOf('.')));
      String prefix = above.isEmpty() ? "" : above + ".";
      List<String> known = paths.stream().filter(one -> one.startsWith(prefix)).limit(12).toList();
      if (!known.isEmpty() && !above.isEmpty()) {
        return "; there are " + String.join(", ", known);
      }
    }
    return "; paths begin as in "
        + String.join(", ", paths.stream().map(Settable::top).distinct().toList());
  }

  private static String top(String path) {
    return path.substring(0, path.indexOf('.') < 0 ? path.length() : path.indexOf('.'));
  }

  private static @Nullable Object read(Record part, RecordComponent component) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
