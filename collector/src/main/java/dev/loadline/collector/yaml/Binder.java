package dev.loadline.collector.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Makes values of nodes and gathers what is wrong on the way. Whatever could not be made is null;
 * whether something went wrong is told by the number of problems.
 */
final class Binder {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_KEPT = 1_000;

  private final List<Problem> problems = new ArrayList<>();
  private int count;

  List<Problem> problems() {
    return problems;
  }

  /** How many there are, those that were not kept too. */
  int count() {
    return count;
  }

  void refuse(Place place, String message) {
    refuse(place, () -> message);
  }

  /** The same, for what is refused often; of many problems only the first are worded and kept. */
  void refuse(Place place, Supplier<String> message) {
    count++;
    if (count <= MAX_KEPT) {
      problems.add(place.problem(message.get()));
    }
  }

  @Nullable Object bind(Place place, Type type) {
    if (place.depth() > MAX_DEPTH) {
      refuse(place, place.name() + " contains itself; write it out instead of using an alias");
      return null;
    }
    return type instanceof ParameterizedType generic
        ? bindGeneric(place, generic)
        : bindClass(place, (Class<?>) type);
  }

  private @Nullable Object bindGeneric(Place place, ParameterizedType type) {
    Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
    if (type.getRawType() == List.class) {
      return bindList(place, last);
    } else if (type.getRawType() == Map.class) {
      return bindMap(place, last);
    } else if (type.getRawType() == Chosen.class) {
      return bindChosen(place, raw(last));
    } else if (type.getRawType() == Located.class) {
      Object value = bind(place, last);
      return value == null ? null : place.locate(value);
    }
    throw new IllegalStateException("no YAML form for " + type);
  }

  private @Nullable Object bindClass(Place place, Class<?> type) {
    if (place.node() instanceof ScalarNode scalar && Scalars.knows(type)) {
      return bindScalar(place, scalar, type);
    } else if (type.isSealed() && place.node() instanceof MappingNode) {
      return new KindBinder(this, type).bind(place);
    } else if (type.isRecord() && place.node() instanceof MappingNode) {
      return new RecordBinder(this, type.asSubclass(Record.class)).bind(place);
    } else if (!type.isRecord() && !type.isSealed() && !Scalars.knows(type)) {
      throw new IllegalStateException("no YAML form for " + type);
    }
    refuse(
        place,
        "%s is %s; it takes %s"
            .formatted(
                place.name(),
                describe(place.node()),
                Scalars.knows(type) ? Scalars.describe(type) : "keys and values"));
    return null;
  }

  private @Nullable Object bindScalar(Place place, ScalarNode scalar, Class<?> type) {
    if (isEmpty(scalar)) {
      refuse(place, "%s is empty; it takes %s".formatted(place.name(), Scalars.describe(type)));
      return null;
    }
    try {
      return Scalars.read(type, scalar.getValue());
    } catch (IllegalArgumentException e) {
      refuse(
          place,
          "'%s' does not suit %s: %s".formatted(scalar.getValue(), place.name(), e.getMessage()));
      return null;
    }
  }

  private @Nullable Object bindList(Place place, Type element) {
    if (!(place.node() instanceof SequenceNode sequence)) {
      refuse(place, "%s is %s; it takes a list".formatted(place.name(), describe(place.node())));
      return null;
    }
    List<Object> values = new ArrayList<>();
    List<Node> children = sequence.getValue();
    for (int i = 0; i < children.size(); i++) {
      Object value = bind(place.index(i, children.get(i)), element);
      if (value != null) {
        values.add(value);
      }
    }
    return Collections.unmodifiableList(values);
  }

  private @Nullable Object bindMap(Place place, Type value) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Node> entries = entries(place);
    if (entries == null) {
      return null;
    }
    entries.forEach(
        (key, node) -> {
          Object bound = bind(place.key(key, node), value);
          if (bound != null) {
            values.put(key, bound);
          }
        });
    return Collections.unmodifiableMap(values);
  }

  private @Nullable Object bindChosen(Place place, Class<?> plugins) {
    Map<String, Node> entries = entries(place);
    if (entries == null) {
      return null;
    }
    TreeMap<String, Plugin<?>> known = new TreeMap<>();
    ServiceLoader.load(plugins, plugins.getClassLoader())
        .forEach(plugin -> known.put(((Plugin<?>) plugin).name(), (Plugin<?>) plugin));
    if (entries.size() != 1) {
      refuse(
          place,
          "%s has %d keys; it takes exactly one of %s"
              .formatted(place.name(), entries.size(), String.join(", ", known.keySet())));
      return null;
    }
    String name = entries.keySet().iterator().next();
    Plugin<?> plugin = known.get(name);
    if (plugin == null) {
      refuse(
          place,
          "unknown key '%s' %s%s"
              .formatted(name, place.under(), Nearest.hint(name, known.keySet())));
      return null;
    }
    Object settings =
        bind(place.key(name, entries.getOrDefault(name, place.node())), plugin.settings());
    return settings == null ? null : new Chosen<>(plugin, (Record) settings);
  }

  /** The keys of a mapping in their order, each once; null where there is no mapping. */
  @Nullable Map<String, Node> entries(Place place) {
    if (!(place.node() instanceof MappingNode mapping)) {
      refuse(
          place,
          "%s is %s; it takes keys and values".formatted(place.name(), describe(place.node())));
      return null;
    }
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      addEntry(place, entries, tuple);
    }
    return entries;
  }

  private void addEntry(Place place, Map<String, Node> entries, NodeTuple tuple) {
    Place at = new Place(place.file(), place.path(), tuple.getKeyNode(), place.depth());
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      refuse(at, "a key %s is not plain text; write 'key: value'".formatted(place.under()));
      return;
    }
    Node first = entries.putIfAbsent(key.getValue(), tuple.getValueNode());
    if (first != null) {
      refuse(
          at,
          () ->
              "duplicate key '%s' %s, first on line %d; keep one"
                  .formatted(key.getValue(), place.under(), Place.lineOf(first)));
    }
  }

  static boolean isEmpty(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private static String describe(Node node) {
    if (node instanceof ScalarNode scalar) {
      return isEmpty(node) ? "empty" : "'" + scalar.getValue() + "'";
    }
    return node instanceof SequenceNode ? "a list" : "a mapping";
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }
}
