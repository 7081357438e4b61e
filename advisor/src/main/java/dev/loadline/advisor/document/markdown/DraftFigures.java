package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Fact.Kind;
import dev.loadline.advisor.document.unit.Amount;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The typed part of a draft: certain inputs at their paths, and what these need beside them. */
final class DraftFigures {
  /** Claims of how many users there may be, of the service as it is. */
  static final Set<String> NOW = Set.of("users.default", "users.concurrent", "stage.now.users");

  private final Map<String, String> values = new TreeMap<>();
  private final IdentityHashMap<Fact, String> pathOf = new IdentityHashMap<>();

  private DraftFigures() {}

  static DraftFigures of(Draft draft) {
    DraftFigures figures = new DraftFigures();
    List<Fact> stated = draft.facts().stream().filter(DraftFigures::stated).toList();
    stated.stream().filter(fact -> !inQueries(fact)).forEach(figures::put);
    if (!figures.has("users.profiles.")) {
      stated.stream().filter(DraftFigures::inQueries).forEach(figures::put);
    }
    figures.poolOf(draft.facts());
    figures.users(draft.facts());
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

  /** Takes back what stands at these paths and under them; all, where nothing does. */
  void drop(List<String> paths) {
    boolean any =
        values
            .keySet()
            .removeIf(path -> paths.stream().anyMatch(one -> (path + ".").startsWith(one + ".")));
    if (!any) {
      values.clear();
    }
    pathOf.values().removeIf(path -> !values.containsKey(path));
  }

  private static boolean stated(Fact fact) {
    boolean objective = fact.quantity().startsWith("slo.");
    boolean places =
        fact.quantity().equals("worker.concurrency")
            && Stance.said(Plain.lower(fact.section())) == Stance.CURRENT;
    return fact.certain()
        && fact.figure() != null
        && (fact.kind() == Kind.INPUT || objective || places);
  }

  /** A document that counts a user's queries instead of requests takes one for the other. */
  private static boolean inQueries(Fact fact) {
    return fact.quantity().equals("user.queries");
  }

  /** The users whom the document gives the service as it is. */
  private void users(List<Fact> facts) {
    facts.stream()
        .filter(
            fact -> fact.certain() && fact.kind() == Kind.CLAIM && NOW.contains(fact.quantity()))
        .map(Fact::figure)
        .filter(figure -> figure != null && figure.low() != null && figure.high() != null)
        .findFirst()
        .map(Quoted::amount)
        .ifPresent(text -> values.put("users.stated", text));
  }

  private void put(Fact fact) {
    Optional<Slot> slot = Slot.find(fact.quantity());
    if (slot.isPresent() && !values.containsKey(slot.get().path())) {
      put(fact, slot.get());
    }
  }

  private void put(Fact fact, Slot slot) {
    Figure figure = fact.figure();
    String text = figure == null ? null : text(figure, slot);
    if (text == null) {
      return;
    }
    values.put(slot.path(), text);
    if (figure != null && figure.low() != null) {
      pathOf.put(fact, slot.path());
    }
  }

  /** A figure as the model writes it at its place; null where it does not fit there. */
  static @Nullable String text(Figure figure, Slot slot) {
    String text = Quoted.amount(plain(figure, slot));
    boolean fits =
        text != null
            && Amount.parse(text).unit().dimension().equals(slot.dimension())
            && (!slot.whole() || text.matches("\\d{1,9}"));
    return fits ? text : null;
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
      values.put("resources.pool.server", "database" + hold(draft));
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
      boolean own =
          draft.facts().stream()
              .anyMatch(fact -> fact.certain() && fact.quantity().equals("ratelimit.in_memory"));
      values.put(
          "resources.ratelimit.kind",
          own ? "rate-limit" : "rate-limit  # where it counts is not said");
      if (own) {
        values.put("resources.ratelimit.memory", "process");
      }
    }
    if (has("resources.writer.")) {
      values.put("resources.writer.server", "database");
      engine(draft);
    }
  }

  /** Remarks what hold would follow from a stated rate: it is no statement of the document. */
  private String hold(Draft draft) {
    String size = values.get("resources.pool.size");
    if (size == null || has("resources.pool.hold") || has("resources.pool.overflow")) {
      return "";
    }
    double connections = Amount.parse(size).usedBase().middle();
    return draft.facts().stream()
        .filter(fact -> fact.certain() && fact.quantity().equals("pool.throughput"))
        .map(Fact::figure)
        .filter(figure -> figure != null && figure.unit().endsWith("/second"))
        .findFirst()
        .map(
            figure ->
                "  # hold is not stated; %s at %s would be %s ms"
                    .formatted(size, figure, milliseconds(connections, figure)))
        .orElse("");
  }

  private static String milliseconds(double connections, Figure rate) {
    Double low = rate.low();
    Double high = rate.high();
    String least = high == null ? "" : Figure.text(Math.rint(connections / high * 1_000));
    String most = low == null ? "" : Figure.text(Math.rint(connections / low * 1_000));
    return least.equals(most) || most.isEmpty()
        ? least
        : least.isEmpty() ? most : least + "-" + most;
  }

  boolean has(String prefix) {
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
    if (!engine.isEmpty()) {
      values.put("servers.database.engine", engine);
    } else if (!has("servers.database.")) {
      values.put("servers.database", "{}");
    }
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
