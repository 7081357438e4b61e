package dev.loadline.agent.expose;

import dev.loadline.agent.meter.Histogram;
import dev.loadline.agent.probe.Watch;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.List;

/** Carriers of virtual threads that wait with them. */
final class PinFamilies {

  private PinFamilies() {}

  /** Nothing where there are no virtual threads, or they are not seen. */
  static void to(List<MetricFamilySamples> families, Watch watch) {
    Histogram pins = watch.pins();
    if (pins == null) {
      return;
    }
    Histogram.Counts counts = pins.read();
    Family count =
        Family.counter(
            "loadline_virtual_thread_pins", "Waits of virtual threads pinned to their carriers.");
    Family seconds =
        Family.counter(
            "loadline_virtual_thread_pinned_seconds",
            "Time for which virtual threads waited pinned to their carriers.");
    count.add(counts.count());
    seconds.add(counts.sumSeconds());
    count.to(families);
    seconds.to(families);
  }
}
