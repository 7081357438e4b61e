package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.markdown.Fact.Kind;
import dev.loadline.collector.yaml.ProblemsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a document would change: certain advice of one section, or of one step of it, is one option.
 * Numbered steps are a ladder too, each on top of those before.
 */
final class DraftOptions {
  private static final int MAX_OPTIONS = 20;
  private static final Pattern OPTION = Pattern.compile("^option \\w{1,2}\\b");
  private static final Pattern ORDINAL =
      Pattern.compile(
          "(?i)^(?:\\d+[.)]\\s+|(?:option|step|level|phase|stage)\\s\\w{1,2}\\b\\s?[:.–-]?\\s*)");

  private final DraftFigures figures;
  private final ModelFile base;
  private final Map<String, Written> options = new LinkedHashMap<>();
  private final Map<String, String> optionOf = new LinkedHashMap<>();
  private final Map<String, List<Written>> sequences = new LinkedHashMap<>();

  private DraftOptions(DraftFigures figures, ModelFile base) {
    this.figures = figures;
    this.base = base;
  }

  /**
   * One option.
   *
   * @param gain in per cent, as it is stated; null where none is
   * @param whole whether all that its section advises is among the changes
   */
  record Written(String says, Map<String, String> changes, @Nullable String gain, boolean whole) {}

  static DraftOptions of(Draft draft, DraftFigures figures, ModelFile base) {
    DraftOptions options = new DraftOptions(figures, base);
    draft.steps().forEach(options::add);
    return options;
  }

  Map<String, Written> options() {
    return options;
  }

  /** The first sequence of steps that is longer than one; empty where there is none. */
  List<Written> ladder() {
    return sequences.values().stream()
        .filter(rungs -> rungs.size() > 1)
        .findFirst()
        .map(rungs -> rungs.subList(0, Math.min(rungs.size(), MAX_OPTIONS)))
        .orElse(List.of());
  }

  /** The option in whose section a fact stands. */
  Optional<String> of(Fact fact) {
    return Optional.ofNullable(optionOf.get(key(fact)));
  }

  private static String key(Fact fact) {
    return fact.line() + " " + fact.quantity();
  }

  private void add(Step step) {
    Map<String, String> advised = options.size() < MAX_OPTIONS ? changes(step) : Map.of();
    Map<String, String> changes = fitting(advised);
    if (changes.isEmpty()) {
      return;
    }
    long places = step.facts().stream().filter(DraftOptions::advises).count();
    boolean whole = places <= changes.size() && !step.pooler();
    Written written = new Written(step.title(), changes, gain(step), whole);
    String name =
        options.entrySet().stream()
            .filter(entry -> same(entry.getValue(), written))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(() -> name(step.title()));
    options.putIfAbsent(name, written);
    step.facts().forEach(fact -> optionOf.putIfAbsent(key(fact), name));
    if (!step.sequence().isEmpty()) {
      sequences.computeIfAbsent(step.sequence(), key -> new ArrayList<>()).add(written);
    }
  }

  private static boolean same(Written one, Written other) {
    return one.changes.equals(other.changes) && (other.gain == null || other.gain.equals(one.gain));
  }

  private static boolean advises(Fact fact) {
    return fact.kind() == Kind.ADVICE
        && !fact.quantity().endsWith("pool.capacity")
        && !fact.quantity().startsWith("loadbalancer.");
  }

  private Map<String, String> changes(Step step) {
    Map<String, String> changes = new TreeMap<>();
    Set<String> several = new HashSet<>();
    boolean option = OPTION.matcher(Plain.lower(step.title())).find();
    for (Fact fact : step.facts()) {
      Slot slot = fact.kind() == Kind.ADVICE && fact.certain() ? slot(fact, option) : null;
      Figure figure = fact.figure();
      if (slot == null || figure == null || figure.low() == null || figure.high() == null) {
        continue;
      }
      String text = DraftFigures.text(figure, slot);
      String known = text == null ? null : changes.putIfAbsent(slot.path(), text);
      if (known != null && !known.equals(text)) {
        several.add(slot.path());
      }
    }
    changes.keySet().removeAll(several);
    changes.keySet().removeIf(path -> !changeable(path));
    if (step.pooler()) {
      changes.remove("servers.database.max_connections");
    }
    changes
        .entrySet()
        .removeIf(entry -> entry.getValue().equals(figures.values().get(entry.getKey())));
    return changes;
  }

  /** Options name their quantities after themselves: {@code vertical.pool.size}. */
  private @Nullable Slot slot(Fact fact, boolean option) {
    String quantity = fact.quantity();
    String own = option ? quantity.replaceFirst("^\\w+\\.", "") : quantity;
    for (String name : List.of(quantity, own)) {
      if (name.equals("pool.capacity") && !figures.has("resources.pool.overflow")) {
        return Slot.find("pool.size").orElse(null);
      }
      if (name.equals("autoscaling.minimum")) {
        return Slot.find("instances").orElse(null);
      }
      Optional<Slot> slot = Slot.find(name);
      if (slot.isPresent()) {
        return slot.get();
      }
    }
    return null;
  }

  /** What the model has, or what every service has. */
  private boolean changeable(String path) {
    String[] keys = path.split("\\.");
    return switch (keys[0]) {
      case "service" -> true;
      case "servers" -> figures.has("servers.database");
      case "resources" -> keys[1].equals("workers") || figures.has("resources." + keys[1] + ".");
      default -> false;
    };
  }

  private Map<String, String> fitting(Map<String, String> changes) {
    if (fits(changes)) {
      return changes;
    }
    Map<String, String> fitting = new TreeMap<>();
    changes.forEach(
        (path, text) -> {
          if (fits(Map.of(path, text))) {
            fitting.put(path, text);
          }
        });
    return fits(fitting) ? fitting : Map.of();
  }

  private boolean fits(Map<String, String> changes) {
    try {
      base.with(changes);
      return true;
    } catch (ProblemsException e) {
      return false;
    }
  }

  /** {@code +400 %}. */
  private static @Nullable String gain(Step step) {
    return step.facts().stream()
        .filter(fact -> fact.certain() && fact.quantity().matches("option\\..*\\.factor"))
        .map(Fact::figure)
        .filter(figure -> figure != null && figure.isPoint() && figure.unit().equals("percent"))
        .map(Quoted::amount)
        .findFirst()
        .orElse(null);
  }

  private String name(String title) {
    Matcher ordinal = ORDINAL.matcher(title);
    String words = ordinal.replaceFirst("").replaceFirst("(?s)(?<=\\p{L}):\\s.*$", "");
    String slug = Plain.slug(words).replaceFirst("_(?:critical|(?:high|medium|low)_priority)$", "");
    String name = slug.matches("[a-z].*") ? slug : "option" + (slug.isEmpty() ? "" : "_" + slug);
    String free = name;
    for (int i = 2; options.containsKey(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
