package dev.loadline.collector.scrape;

import dev.loadline.collector.scrape.Intake.Taken;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What the scraper says of itself. */
final class ScrapeMeters {
  private final MeterRegistry registry;
  private final Timer scrapes;
  private final Counter samples;

  ScrapeMeters(MeterRegistry registry) {
    this.registry = registry;
    this.scrapes = Timer.builder("loadline.scrape").description("each scrape").register(registry);
    this.samples = Counter.builder("loadline.scrape.samples").register(registry);
  }

  void went(Duration took, Taken taken) {
    scrapes.record(took);
    samples.increment(taken.samples());
  }

  void failed(Duration took, String reason) {
    scrapes.record(took);
    registry.counter("loadline.scrape.failures", "reason", reason).increment();
  }
}
