package dev.loadline.collector.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What one protocol says of itself. */
final class IngestMeters {
  private final MeterRegistry registry;
  private final String protocol;
  private final Counter points;
  private final Counter samples;

  IngestMeters(MeterRegistry registry, String protocol) {
    this.registry = registry;
    this.protocol = protocol;
    this.points =
        Counter.builder("loadline.ingest.points")
            .description("accepted, whether a table knows them or not")
            .tag("protocol", protocol)
            .register(registry);
    this.samples =
        Counter.builder("loadline.ingest.samples")
            .description("kept")
            .tag("protocol", protocol)
            .register(registry);
  }

  void took(int accepted, int kept, Rejections rejections) {
    points.increment(accepted);
    samples.increment(kept);
    rejections
        .counts()
        .forEach(
            (reason, count) ->
                registry
                    .counter("loadline.ingest.rejected", "protocol", protocol, "reason", reason)
                    .increment(count));
  }
}
