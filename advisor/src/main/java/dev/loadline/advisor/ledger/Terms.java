package dev.loadline.advisor.ledger;

/** The words of a term. */
final class Terms {

  private Terms() {}

  /** {@code 10 replicas}, {@code 15 replicas (10 + 3 surge + 2 terminating)}. */
  static String replicas(Fleet fleet, State state) {
    Figure wanted = fleet.wanted(state);
    Integer count = wanted.value();
    if (count == null || fleet.pods(state) == count) {
      return counted(wanted, "replica");
    }
    Rollout rollout = fleet.rollout();
    return "%d replicas (%d%s%s)"
        .formatted(
            fleet.pods(state),
            count,
            plus(rollout.surging(count), "surge"),
            plus(rollout.stopping(count), "terminating"));
  }

  /** {@code 1 worker}, {@code 4 workers}, {@code ? workers}. */
  static String counted(Figure figure, String noun) {
    Integer value = figure.value();
    return number(figure) + " " + noun + (value != null && value == 1 ? "" : "s");
  }

  /** {@code 60}, or {@code 60 (20 + 40)} where there is a second part. */
  static String sum(Figure size, Figure more) {
    Integer first = size.value();
    Integer second = more.value();
    if (second != null && second == 0) {
      return number(size);
    }
    String parts = "(" + number(size) + " + " + number(more) + ")";
    return first == null || second == null ? parts : (first + second) + " " + parts;
  }

  static String number(Figure figure) {
    return figure.value() == null ? "?" : figure.value().toString();
  }

  private static String plus(long count, String what) {
    return count == 0 ? "" : " + " + count + " " + what;
  }
}
