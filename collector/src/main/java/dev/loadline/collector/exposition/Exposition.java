package dev.loadline.collector.exposition;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads an exposition as a whole or not at all: a line that cannot be read makes all the others
 * doubtful.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus text
 *     format 0.0.4</a>
 * @see <a href="https://prometheus.io/docs/specs/om/open_metrics_spec/">OpenMetrics 1.0</a>
 */
public final class Exposition {
  private Exposition() {}

  /**
   * All samples in the order of their lines. Comments, HELP, TYPE and UNIT are checked and left
   * out, exemplars too.
   *
   * @throws MalformedException with the first line that cannot be read
   */
  public static List<Point> parse(byte[] body, Format format, Limits limits)
      throws MalformedException {
    List<Point> points = new ArrayList<>();
    new Lines(body, format, limits).forEach(points);
    return points;
  }
}
