package dev.loadline.advisor.ledger;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one server, or of one pooler for its clients: what may be opened in each state
 * against what is accepted. 4 replicas of 60 against 200 with 3 reserved are 43 too many.
 *
 * @param server by name
 * @param pooler whether it is a pooler, which holds clients against {@code max_client_conn}
 * @param totals what may be opened, for every state
 * @param accepts connections that are accepted in all, or null where nobody says
 * @param reserved those of them that clients do not get
 * @param reason the verdict in a sentence
 * @param terms what the ceiling is the sum of: {@code 4 replicas x 1 worker x 60}
 * @param alternatives what would fit, where the verdict is {@link Verdict#EXCEEDED}
 * @param assumptions defaults that nobody wrote and that the sum rests on
 * @param where the place where the server was written; empty where it was not
 * @param standard whether nobody wrote what is accepted, so that it is the program's own default
 * @param unreadable what is written and cannot be read, each with its place, where the verdict is
 *     {@link Verdict#UNKNOWN} because of it
 */
public record Balance(
    String server,
    boolean pooler,
    Map<State, Total> totals,
    @Nullable Long accepts,
    long reserved,
    Verdict verdict,
    String reason,
    List<String> terms,
    List<Alternative> alternatives,
    List<String> assumptions,
    String where,
    boolean standard,
    List<String> unreadable) {

  public Balance {
    totals = Map.copyOf(totals);
    terms = List.copyOf(terms);
    alternatives = List.copyOf(alternatives);
    assumptions = List.copyOf(assumptions);
    unreadable = List.copyOf(unreadable);
  }

  /** {@code 200}, or {@code 100 (PgBouncer's default)}; what is not stated is said so. */
  public String accepted() {
    if (accepts == null) {
      return "not stated";
    }
    return standard ? accepts + " (PgBouncer's default)" : accepts.toString();
  }

  public Total total(State state) {
    return totals.getOrDefault(state, Total.NONE);
  }

  /** The worst of the states; what is missing in any of them is missing here. */
  public Total ceiling() {
    return new Total(
        total(worst()).atLeast(),
        totals.values().stream().flatMap(total -> total.missing().stream()).distinct().toList());
  }

  /** The first of the states in which the most may be opened. */
  public State worst() {
    return worst(totals);
  }

  static State worst(Map<State, Total> totals) {
    return Arrays.stream(State.values())
        .max(
            Comparator.<State>comparingLong(
                    state -> totals.getOrDefault(state, Total.NONE).atLeast())
                .thenComparing(Comparator.reverseOrder()))
        .orElse(State.NOW);
  }
}
