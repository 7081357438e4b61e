package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Sample;
import java.util.List;
import java.util.SortedSet;

/**
 * What an exposition means.
 *
 * @param readings each series at most once at each time
 * @param unrecognised names that no table has
 * @param dropped each name and reason once
 * @param notes what a person should know of, in sentences
 */
public record Recognition(
    List<Reading> readings,
    SortedSet<String> unrecognised,
    List<Dropped> dropped,
    List<String> notes) {

  public Recognition(
      List<Reading> readings, SortedSet<String> unrecognised, List<Dropped> dropped) {
    this(readings, unrecognised, dropped, List.of());
  }

  public List<Sample> samples() {
    return readings.stream().map(Reading::sample).toList();
  }
}
