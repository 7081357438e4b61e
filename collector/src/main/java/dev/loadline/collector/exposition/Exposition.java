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
    scan(body, format, limits, new All(points));
    return points;
  }

  /**
   * Checks every byte and hands over what the sink wants.
   *
   * @throws MalformedException with the first line that cannot be read
   */
  public static void scan(byte[] body, Format format, Limits limits, Sink sink)
      throws MalformedException {
    new TextScanner(body, format, limits, sink).scan();
  }

  private record All(List<Point> points) implements Sink {
    @Override
    public boolean wants(byte[] bytes, int from, int to) {
      return true;
    }

    @Override
    public void take(Row row) {
      points.add(row.point());
    }
  }
}
