package dev.loadline.collector.source;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** What the readers of sources say of themselves. */
record SourceMeters(MeterRegistry registry, String source) {

  void went(Duration took, Reading reading) {
    registry.timer("loadline.source.reads", "source", source).record(took);
    count(reading);
  }

  void failed(Duration took, String reason, Reading known) {
    went(took, known);
    registry.counter("loadline.source.failures", "source", source, "reason", reason).increment();
  }

  private void count(Reading reading) {
    registry
        .counter("loadline.source.samples", "source", source)
        .increment(reading.values().size());
    registry.counter("loadline.source.notes", "source", source).increment(reading.notes().size());
  }
}
