package dev.loadline.collector.scrape;

import dev.loadline.collector.discovery.Target;
import dev.loadline.collector.exposition.Point;
import io.vertx.core.Future;
import java.util.List;

/** Where a scrape goes; it counts as done when the intake says so. */
public interface Intake {

  /** Whether every point of this name is needed; of any other the first of a page is enough. */
  default boolean wants(String name) {
    return true;
  }

  /**
   * @param epochMillis when the scrape began
   */
  Future<Taken> take(Target target, long epochMillis, List<Point> points);

  /**
   * What became of the points.
   *
   * @param samples kept
   * @param unrecognised names that nobody knows
   * @param dropped names that gave no signal
   */
  record Taken(int samples, int unrecognised, int dropped) {}
}
