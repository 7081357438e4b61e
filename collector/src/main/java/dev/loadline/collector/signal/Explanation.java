package dev.loadline.collector.signal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one exposition was understood to say.
 *
 * @param resources in their order
 * @param unrecognised names that nobody knows
 * @param dropped names that are known but give no signal
 * @param notes what a person should know of, in sentences
 */
public record Explanation(
    List<Known> resources, List<Stranger> unrecognised, List<Dropped> dropped, List<String> notes) {

  /**
   * A resource and what is said of it.
   *
   * @param limit how its limit is known: {@code published}, {@code derived}, {@code configured},
   *     {@code default} or {@code unknown}
   */
  public record Known(Resource resource, String limit, List<Said> signals) {}

  /**
   * A signal.
   *
   * @param value of a histogram the mean; empty where nothing was counted yet
   * @param count of a histogram, how many it is the mean of
   * @param unit {@code connections}
   * @param from the metric, or the formula
   * @param provenance as of limits
   */
  public record Said(
      Signal signal,
      OptionalDouble value,
      OptionalDouble count,
      String unit,
      String from,
      String provenance,
      String sensor) {}

  /**
   * A name that no table has.
   *
   * @param lines that have it
   * @param near the known name that it resembles, and whose that is
   */
  public record Stranger(String name, int lines, Optional<String> near) {}

  /** A name that gives no signal, and why. */
  public record Dropped(String name, String reason) {}
}
