package dev.loadline.collector.ingest;

import dev.loadline.collector.catalogue.Catalogue;
import dev.loadline.collector.store.SignalWriter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code POST /v1/metrics} and {@code POST /api/v1/write}. */
public final class IngestRoutes {
  private final Vertx vertx;
  private final IngestLimits limits;
  private final MeterRegistry meters;
  private final AtomicInteger running = new AtomicInteger();
  private final Otlp otlp;
  private final RemoteWriteProtocol remoteWrite;

  public IngestRoutes(
      Vertx vertx,
      IngestLimits limits,
      Catalogue catalogue,
      SignalWriter store,
      MeterRegistry meters,
      InstantSource clock) {
    this.vertx = vertx;
    this.limits = limits;
    this.meters = meters;
    Inflow inflow = new Inflow(catalogue, store, clock);
    this.otlp = new Otlp(inflow, limits, meters);
    this.remoteWrite = new RemoteWriteProtocol(inflow, limits, meters);
    Gauge.builder("loadline.ingest.running", running, AtomicInteger::get)
        .description("requests that are worked on")
        .register(meters);
  }

  public void mount(Router router) {
    router.post("/v1/metrics").handler(handler(otlp));
    router.post("/api/v1/write").handler(handler(remoteWrite));
  }

  private PushHandler handler(Protocol protocol) {
    return new PushHandler(vertx, protocol, limits, running, meters);
  }
}
