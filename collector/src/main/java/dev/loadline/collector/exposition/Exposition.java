package dev.loadline.collector.exposition;

import java.util.List;
import java.util.function.Predicate;

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
    return select(body, format, limits, name -> true);
  }

  /**
   * Checks all as {@link #parse}, but gives only the first sample of a name that is not wanted, so
   * that its name can be told.
   *
   * @param wanted asked once for each name
   * @throws MalformedException with the first line that cannot be read
   */
  public static List<Point> select(
      byte[] body, Format format, Limits limits, Predicate<String> wanted)
      throws MalformedException {
    Selection selection = new Selection(wanted);
    if (format == Format.PROTOBUF) {
      new ProtobufReader(body, limits, selection).read();
    } else {
      scan(body, format, limits, selection);
    }
    return selection.points();
  }

  /**
   * Checks every byte of a text and hands over what the sink wants.
   *
   * @param format not {@link Format#PROTOBUF}
   * @throws MalformedException with the first line that cannot be read
   */
  public static void scan(byte[] body, Format format, Limits limits, Sink sink)
      throws MalformedException {
    new TextScanner(body, format, limits, sink).scan();
  }
}
