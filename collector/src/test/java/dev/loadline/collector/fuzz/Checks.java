package dev.loadline.collector.fuzz;

import dev.loadline.collector.exposition.Exposition;
import dev.loadline.collector.exposition.Format;
import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.exposition.MalformedException;
import dev.loadline.collector.exposition.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What holds for every input: it is read within the limits or refused with a place within it. */
final class Checks {
  private static final Limits LIMITS = new Limits(1 << 20, 100, 8, 64, 256);

  private Checks() {}

  /** Whether the input was read; reading some names agrees with reading all. */
  static boolean exposition(byte[] input, Format format) {
    byte[] before = input.clone();
    Outcome all = outcome(input, format, name -> true);
    Outcome some = outcome(input, format, name -> (name.hashCode() & 1) == 0);
    require(all.refusal.equals(some.refusal), all.refusal + " but " + some.refusal);
    require(chosen(all.points).equals(some.points), all.points + " but " + some.points);
    require(Arrays.equals(before, input), "the input was changed");
    all.points.forEach(Checks::withinLimits);
    require(all.points.size() <= LIMITS.samples(), "too many samples");
    return all.refusal.isEmpty();
  }

  private static List<Point> chosen(List<Point> all) {
    List<Point> chosen = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Point point : all) {
      if (seen.add(point.name()) || (point.name().hashCode() & 1) == 0) {
        chosen.add(point);
      }
    }
    return chosen;
  }

  private static void withinLimits(Point point) {
    require(!point.name().isEmpty(), "no name");
    require(point.labels().size() <= LIMITS.labels() + 1, "too many labels");
    point
        .labels()
        .forEach(
            (name, value) ->
                require(
                    name.length() <= LIMITS.nameBytes() && value.length() <= LIMITS.valueBytes(),
                    "too long"));
  }

  private static Outcome outcome(byte[] input, Format format, Predicate<String> wanted) {
    try {
      return new Outcome(Exposition.select(input, format, LIMITS, wanted), "");
    } catch (MalformedException e) {
      require(e.offset() >= 0 && e.offset() <= input.length, "no such place: " + e.offset());
      return new Outcome(List.of(), e.reason() + " " + e.getMessage());
    }
  }

  private record Outcome(List<Point> points, String refusal) {}

  static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalStateException(message);
    }
  }
}
