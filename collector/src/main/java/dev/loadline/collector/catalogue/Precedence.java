package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets one table speak for each signal of each resource. */
final class Precedence {
  private static final Comparator<Table> CLOSER =
      Comparator.comparingInt(Table::priority).reversed().thenComparing(Table::exporter);

  private Precedence() {}

  /**
   * @param dropped gets what others say of the same
   */
  static List<Reading> settle(List<Found> found, Set<Dropped> dropped) {
    Map<Subject, Found> speakers = new HashMap<>();
    for (Found each : found) {
      speakers.merge(Subject.of(each), each, Precedence::closer);
    }
    List<Reading> readings = new ArrayList<>();
    for (Found each : found) {
      Found speaker = speakers.getOrDefault(Subject.of(each), each);
      if (speaker.table().equals(each.table())) {
        readings.add(each.reading());
      } else {
        dropped.add(
            new Dropped(each.reading().from(), "superseded by " + speaker.reading().metric()));
      }
    }
    return readings;
  }

  private static Found closer(Found one, Found other) {
    return CLOSER.compare(one.table(), other.table()) <= 0 ? one : other;
  }

  private record Subject(Resource resource, Signal signal) {
    static Subject of(Found found) {
      return new Subject(found.resource(), found.signal());
    }
  }
}
