package dev.loadline.agent.expose;

import dev.loadline.agent.config.Settings;
import dev.loadline.agent.probe.Engine;
import io.prometheus.client.Collector;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * All families at one moment. Whoever asks again within half a second gets the same reading, so
 * that several scrapers neither cost more than one nor take each other's peaks; an age beyond that
 * would blur the integrals of a scrape every second.
 */
final class Exposition extends Collector {

  private static final long SHARED = TimeUnit.MILLISECONDS.toNanos(500);

  private final Engine engine;
  private final Settings settings;
  private final ProcessFamilies process = new ProcessFamilies(new File("/"));
  private List<MetricFamilySamples> reading = Collections.emptyList();
  private long readAt;

  Exposition(Engine engine, Settings settings) {
    this.engine = engine;
    this.settings = settings;
  }

  @Override
  public synchronized List<MetricFamilySamples> collect() {
    long now = System.nanoTime();
    if (reading.isEmpty() || now - readAt >= SHARED) {
      reading = read(now);
      readAt = now;
    }
    return reading;
  }

  private List<MetricFamilySamples> read(long now) {
    List<MetricFamilySamples> families = new ArrayList<>();
    ResourceFamilies resources = new ResourceFamilies();
    PoolFamilies pools = new PoolFamilies();
    ServerFamilies servers = new ServerFamilies();
    pools.add(engine.watch(), resources, now);
    servers.add(engine.watch(), resources, now);
    process.to(families, resources, now);
    resources.to(families);
    pools.to(families);
    servers.to(families);
    JvmFamilies.to(families);
    OwnFamilies.to(families, engine, settings);
    return families;
  }
}
