package dev.loadline.collector.ingest;

import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.exposition.Point;
import dev.loadline.collector.ingest.RemoteWrite.Pushed;
import dev.loadline.collector.ingest.RemoteWrite.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Turns what Prometheus writes into the points that a scrape of the same target would give: {@code
 * job} is the service, {@code instance} the instance.
 */
final class WrittenPoints {
  /** What Prometheus writes when a series has ended. */
  private static final long STALE = 0x7ff0000000000002L;

  private final Window window;
  private final List<Offer> offers = new ArrayList<>();
  private final Rejections rejections = new Rejections();
  private int taken;

  WrittenPoints(Window window) {
    this.window = window;
  }

  List<Offer> offers() {
    return offers;
  }

  Rejections rejections() {
    return rejections;
  }

  /** How many samples are dealt with, those that mark an end or are of no job included. */
  int taken() {
    return taken;
  }

  void add(Pushed series) {
    String name = series.labels().getOrDefault("__name__", "");
    for (int i = 0; i < series.histograms(); i++) {
      rejections.add("native_histogram", name + ": native histograms are not read");
    }
    String problem = problem(series.labels(), name);
    for (Value value : series.values()) {
      if (!problem.isEmpty()) {
        rejections.add("labels", problem);
      } else if (!window.has(value.epochMillis())) {
        rejections.add("out_of_time", name + ": " + window.describe(value.epochMillis()));
      } else {
        taken++;
        offer(name, series.labels(), value);
      }
    }
  }

  private void offer(String name, Map<String, String> labels, Value value) {
    String job = labels.get("job");
    if (job == null || Double.doubleToRawLongBits(value.value()) == STALE) {
      return;
    }
    Map<String, String> others = new HashMap<>(labels);
    others.remove("__name__");
    others.remove("job");
    others.remove("instance");
    offers.add(
        new Offer(
            job,
            labels.getOrDefault("instance", job),
            new Point(name, others, value.value(), OptionalLong.of(value.epochMillis()))));
  }

  private static String problem(Map<String, String> labels, String name) {
    Limits limits = Limits.STANDARD;
    if (name.isEmpty()) {
      return "a series without a name";
    }
    return labels.size() > limits.labels()
            || labels.keySet().stream().anyMatch(label -> label.length() > limits.nameBytes())
            || labels.values().stream().anyMatch(value -> value.length() > limits.valueBytes())
        ? name + ": too many labels, or too long ones"
        : "";
  }
}
