package dev.loadline.collector.ingest;

import dev.loadline.collector.exposition.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts together what belongs to one reading of one process. Senders cut it anywhere, but what a
 * line means may depend on others of the same reading, and some lines are added up.
 */
final class Assembly {
  private final int limit;
  private final Map<Reading, Map<Name, Point>> readings = new LinkedHashMap<>(16, 0.75f, true);
  private int size;

  /**
   * @param limit of points that are remembered; beyond it the reading that nothing was added to for
   *     longest is taken to be complete
   */
  Assembly(int limit) {
    this.limit = limit;
  }

  /** One reading. */
  record Reading(String service, String instance, long epochMillis) {}

  private record Name(String name, Map<String, String> labels) {}

  /**
   * What is known of a reading now.
   *
   * @param continued whether some of it was known before
   */
  record Whole(Reading reading, List<Point> points, boolean continued) {}

  /** Of two points of one name and labels the first one stays. */
  List<Whole> add(List<Offer> offers) {
    Map<Reading, Boolean> touched = new LinkedHashMap<>();
    for (Offer offer : offers) {
      Point point = offer.point();
      Reading reading =
          new Reading(offer.service(), offer.instance(), point.epochMillis().orElseThrow());
      touched.putIfAbsent(reading, readings.containsKey(reading));
      Map<Name, Point> points = readings.computeIfAbsent(reading, unused -> new LinkedHashMap<>());
      if (points.putIfAbsent(new Name(point.name(), point.labels()), point) == null) {
        size++;
      }
    }
    List<Whole> wholes = new ArrayList<>();
    touched.forEach((reading, continued) -> wholes.add(whole(reading, continued)));
    forget();
    return wholes;
  }

  private Whole whole(Reading reading, boolean continued) {
    List<Point> points = List.copyOf(readings.getOrDefault(reading, Map.of()).values());
    return new Whole(reading, points, continued);
  }

  private void forget() {
    var oldest = readings.values().iterator();
    while (size > limit && oldest.hasNext()) {
      size -= oldest.next().size();
      oldest.remove();
    }
  }
}
