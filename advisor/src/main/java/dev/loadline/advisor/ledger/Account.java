package dev.loadline.advisor.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is known of one server before it is judged. */
record Account(
    String name,
    String engine,
    boolean pooler,
    Figure accepts,
    Figure reserved,
    List<Entry> entries,
    String where) {

  Balance balance() {
    Map<State, Total> totals = totals();
    State worst = Balance.worst(totals);
    Verdict verdict = verdict(totals);
    return new Balance(
        name,
        pooler,
        totals,
        limit(),
        reserved.or(0),
        verdict,
        reason(verdict, totals, worst),
        entries.stream().map(entry -> term(entry, worst)).toList(),
        verdict == Verdict.EXCEEDED ? new Alternatives(this, worst).all() : List.of(),
        assumptions(),
        where,
        accepts.assumed(),
        verdict == Verdict.UNKNOWN ? unreadable() : List.of());
  }

  Total total(State state) {
    return entries.stream().map(entry -> entry.total(state)).reduce(Total.NONE, Total::plus);
  }

  /** What is left for clients, or null where it is not known what is accepted. */
  @Nullable Long available() {
    Integer accepted = accepts.value();
    return accepted == null ? null : (long) accepted - reserved.or(0);
  }

  private Map<State, Total> totals() {
    Map<State, Total> totals = new EnumMap<>(State.class);
    for (State state : State.values()) {
      totals.put(state, total(state));
    }
    return totals;
  }

  private Verdict verdict(Map<State, Total> totals) {
    Long available = available();
    if (available == null) {
      return Verdict.UNKNOWN;
    }
    if (totals.values().stream().anyMatch(total -> total.atLeast() > available)) {
      return Verdict.EXCEEDED;
    }
    boolean all = totals.values().stream().allMatch(total -> total.missing().isEmpty());
    return all && !entries.isEmpty() && reserved.value() != null ? Verdict.FITS : Verdict.UNKNOWN;
  }

  private String reason(Verdict verdict, Map<State, Total> totals, State worst) {
    Total total = totals.getOrDefault(worst, Total.NONE);
    return switch (verdict) {
      case FITS -> "%s of %s may be opened %s".formatted(total, room(), worst.phrase());
      case EXCEEDED ->
          "%s may be opened %s, %d more than the %s"
              .formatted(
                  total,
                  worst.phrase(),
                  total.atLeast() - (available() == null ? 0 : available()),
                  room());
      case UNKNOWN -> String.join("; ", unknowns(totals));
    };
  }

  private String room() {
    return reserved.or(0) == 0
        ? accepts.or(0) + " accepted" + (accepts.assumed() ? " (PgBouncer's default)" : "")
        : "%d (%d accepted - %d reserved)"
            .formatted(accepts.or(0) - reserved.or(0), accepts.or(0), reserved.or(0));
  }

  private List<String> unknowns(Map<State, Total> totals) {
    Stream<String> limits =
        Stream.of(accepts, reserved).filter(figure -> figure.value() == null).map(Figure::origin);
    Stream<String> nobody =
        entries.isEmpty() ? Stream.of("nobody was found who connects to " + name) : Stream.empty();
    Stream<String> missing = totals.values().stream().flatMap(total -> total.missing().stream());
    return Stream.of(limits, nobody, missing).flatMap(all -> all).distinct().toList();
  }

  private String term(Entry entry, State worst) {
    boolean alone =
        entry instanceof StandingEntry
            || entries.stream().filter(other -> !(other instanceof StandingEntry)).count() == 1;
    return alone ? entry.term(worst) : entry.name() + ": " + entry.term(worst);
  }

  private @Nullable Long limit() {
    Integer accepted = accepts.value();
    return accepted == null ? null : accepted.longValue();
  }

  private List<String> assumptions() {
    return figures()
        .filter(Figure::assumed)
        .filter(figure -> accepts.value() != null || !figure.equals(reserved))
        .map(Figure::origin)
        .distinct()
        .toList();
  }

  private List<String> unreadable() {
    return figures().filter(Figure::unreadable).map(Figure::origin).distinct().toList();
  }

  private Stream<Figure> figures() {
    return Stream.concat(
        Stream.of(accepts, reserved), entries.stream().flatMap(entry -> entry.figures().stream()));
  }
}
