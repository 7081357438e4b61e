package dev.loadline.lab.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an application wrote down of its own borrowing.
 *
 * @param acquired connections that it got
 * @param timeouts that it met
 * @param seconds integral of the connections held, N, over time, in connection-seconds: two held
 *     for 3 s give 6
 * @param squaredSeconds integral of N² over time: two held for 3 s give 12
 * @param waitSeconds spent asking for connections, in vain or not
 * @param busySeconds in which statements ran
 */
record Ledger(
    long acquired,
    long timeouts,
    double seconds,
    double squaredSeconds,
    double waitSeconds,
    double busySeconds) {

  private static final double NANO = 1e-9;

  private record Change(long at, int by) {}

  /** Reads lines {@code hold FROM TO}, {@code wait}, {@code timeout}, {@code busy}; no others. */
  static Ledger parse(List<String> lines) {
    List<Change> changes = new ArrayList<>();
    long timeouts = 0;
    long waited = 0;
    long busy = 0;
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "hold" -> {
          changes.add(new Change(Long.parseLong(words[1]), 1));
          changes.add(new Change(Long.parseLong(words[2]), -1));
        }
        case "timeout" -> {
          timeouts++;
          waited += Long.parseLong(words[1]);
        }
        case "wait" -> waited += Long.parseLong(words[1]);
        case "busy" -> busy += Long.parseLong(words[1]);
        default -> {
          // Anything else that the application said.
        }
      }
    }
    changes.sort(Comparator.comparingLong(Change::at).thenComparingInt(Change::by));
    return new Ledger(
        changes.size() / 2,
        timeouts,
        integral(changes, 1),
        integral(changes, 2),
        waited * NANO,
        busy * NANO);
  }

  private static double integral(List<Change> changes, int power) {
    double sum = 0;
    double held = 0;
    for (int i = 0; i + 1 < changes.size(); i++) {
      held += changes.get(i).by();
      double lasted = (changes.get(i + 1).at() - changes.get(i).at()) * NANO;
      sum += Math.pow(held, power) * lasted;
    }
    return sum;
  }
}
