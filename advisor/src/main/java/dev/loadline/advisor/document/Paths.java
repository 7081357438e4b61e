package dev.loadline.advisor.document;

import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Dimension;
import dev.loadline.advisor.document.unit.Measured;
import dev.loadline.advisor.document.unit.Unit;
import java.lang.reflect.RecordComponent;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a model by their paths: {@code resources.pool.hold} is 100 (50-200) ms. Lists have
 * no paths, since what stands in them has no name.
 */
public final class Paths {
  private final Map<String, Amount> figures = new LinkedHashMap<>();
  private final IdentityHashMap<Measured, String> pathOf = new IdentityHashMap<>();

  private final Map<String, String> words = new LinkedHashMap<>();

  private Paths() {}

  public static Paths of(Model model) {
    Paths paths = new Paths();
    paths.walk("", model);
    return paths;
  }

  /** Figures by path, in the order of the model. */
  public Map<String, Amount> figures() {
    return figures;
  }

  /** The figure at a path; {@code resources.} may be left out. */
  public @Nullable Amount at(String path) {
    Amount whole = figures.get(path);
    return whole != null ? whole : figures.get("resources." + path);
  }

  /** What stands at a path, as it would be written; null where nothing does. */
  public @Nullable String said(String path) {
    Amount figure = at(path);
    return figure == null ? words.get(path) : figure.written();
  }

  /** The whole path of what {@link #at} finds. */
  public String full(String path) {
    return figures.containsKey(path) ? path : "resources." + path;
  }

  /** Where a figure of the same model stands. */
  public String pathOf(Measured figure) {
    return pathOf.getOrDefault(figure, figure.toString());
  }

  private void walk(String path, @Nullable Object value) {
    if (value instanceof Measured measured) {
      figures.put(path, measured.amount());
      pathOf.put(measured, path);
    } else if (value instanceof Integer whole) {
      figures.put(path, Amount.of(whole, counted(path)));
    } else if (value instanceof Enum<?> word) {
      words.put(path, word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    } else if (value instanceof String || value instanceof Boolean) {
      words.put(path, value.toString());
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> walk(path + "." + key, inner));
    } else if (value instanceof Record part && !(value instanceof Claim)) {
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        walk(
            path.isEmpty() ? snake(component.getName()) : path + "." + snake(component.getName()),
            read(part, component));
      }
    }
  }

  /** What a whole number counts, where its name ends in that: {@code max_connections}. */
  private static Unit counted(String path) {
    String word = path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf('_')) + 1);
    return Unit.known(word)
        .filter(unit -> unit.dimension().equals(Dimension.NONE))
        .orElse(Unit.NONE);
  }

  private static @Nullable Object read(Record part, RecordComponent component) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
