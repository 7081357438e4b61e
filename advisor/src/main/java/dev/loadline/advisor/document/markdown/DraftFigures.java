package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Fact.Kind;
import dev.loadline.advisor.document.unit.Amount;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The typed part of a draft: certain inputs at their paths, and what these need beside them. */
final class DraftFigures {
  private final Map<String, String> values = new TreeMap<>();
  private final IdentityHashMap<Fact, String> pathOf = new IdentityHashMap<>();

  private DraftFigures() {}

  static DraftFigures of(Draft draft) {
    DraftFigures figures = new DraftFigures();
    draft.facts().stream().filter(DraftFigures::stated).forEach(figures::put);
    figures.poolOf(draft.facts());
    figures.complete(draft);
    return figures;
  }

  /** Texts by path, in the order of the paths. */
  Map<String, String> values() {
    return values;
  }

  /** Where a fact stands as a figure; null where it is said in a claim only. */
  @Nullable String pathOf(Fact fact) {
    return pathOf.get(fact);
  }

  private static boolean stated(Fact fact) {
    boolean objective = fact.quantity().startsWith("slo.");
    return fact.certain() && fact.figure() != null && (fact.kind() == Kind.INPUT || objective);
  }

  private void put(Fact fact) {
    Optional<Slot> slot = Slot.find(fact.quantity());
    if (slot.isPresent() && !values.containsKey(slot.get().path())) {
      put(fact, slot.get());
    }
  }

  private void put(Fact fact, Slot slot) {
    Figure figure = fact.figure();
    String text = figure == null ? null : Quoted.amount(plain(figure, slot));
    if (text == null || !Amount.parse(text).unit().dimension().equals(slot.dimension())) {
      return;
    }
    if (slot.whole() && !text.matches("\\d{1,9}")) {
      return;
    }
    values.put(slot.path(), text);
    if (figure != null && figure.low() != null) {
      pathOf.put(fact, slot.path());
    }
  }

  /** A promise of less than 200 ms is 200 ms; a limit of a server is a whole number. */
  private static Figure plain(Figure figure, Slot slot) {
    Double high = figure.high();
    if (figure.low() == null && high != null) {
      return Figure.of(high, figure.unit());
    }
    return slot.whole() ? new Figure(figure.low(), figure.high(), figure.used(), "") : figure;
  }

  /** Where only the whole pool is stated, that is its size. */
  private void poolOf(List<Fact> facts) {
    if (!values.containsKey("resources.pool.size")) {
      facts.stream()
          .filter(fact -> stated(fact) && fact.quantity().equals("pool.capacity"))
          .findFirst()
          .ifPresent(fact -> Slot.find("pool.size").ifPresent(slot -> put(fact, slot)));
    }
    if (!values.containsKey("resources.pool.size")) {
      values.keySet().removeIf(path -> path.startsWith("resources.pool."));
      pathOf.values().removeIf(path -> path.startsWith("resources.pool."));
    }
  }

  private void complete(Draft draft) {
    if (has("resources.pool.")) {
      values.put("resources.pool.server", "database");
      engine(draft);
    }
    if (has("resources.redis-pool.")) {
      values.put("resources.redis-pool.kind", "pool");
      values.put("resources.redis-pool.server", "redis");
      values.put("servers.redis.engine", "redis");
    }
    if (has("resources.celery.")) {
      values.put("resources.celery.kind", "workers");
      values.put("resources.celery.serves", "tasks");
    }
    if (has("resources.ratelimit.")) {
      values.put("resources.ratelimit.kind", "rate-limit");
    }
    if (has("resources.writer.")) {
      values.put("resources.writer.server", "database");
      engine(draft);
    }
  }

  private boolean has(String prefix) {
    return values.keySet().stream().anyMatch(path -> path.startsWith(prefix));
  }

  /** The database that the document speaks of most; none where it names none. */
  private void engine(Draft draft) {
    String text = Plain.lower(said(draft));
    String engine = "";
    int most = 0;
    for (String[] name :
        new String[][] {
          {"postgresql", "postgres"},
          {"mysql", "mysql"},
          {"mongodb", "mongo"},
          {"sqlite", "sqlite"}
        }) {
      int times = text.split(name[1], -1).length - 1;
      engine = times > most ? name[0] : engine;
      most = Math.max(most, times);
    }
    values.put("servers.database.engine", engine.isEmpty() ? "unknown" : engine);
  }

  private static String said(Draft draft) {
    StringBuilder said = new StringBuilder(draft.title());
    draft
        .facts()
        .forEach(
            fact ->
                said.append(' ')
                    .append(fact.quantity())
                    .append(' ')
                    .append(fact.section())
                    .append(' ')
                    .append(fact.raw()));
    return said.toString();
  }
}
