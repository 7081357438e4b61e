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
 * All families at one moment. Whoever asks again within 900 ms gets the same reading, so that
 * several scrapers neither cost more than one nor take each other's peaks, while one that asks
 * every second gets a new one each time.
 */
final class Exposition extends Collector {

  private static final long SHARED = TimeUnit.MILLISECONDS.toNanos(900);

  private final Engine engine;
  private final Settings settings;
  private final Traffic traffic;
  private final RouteFold routes = new RouteFold();
  private final ProcessFamilies process = new ProcessFamilies(new File("/"));
  private List<MetricFamilySamples> reading = Collections.emptyList();
  private final ForkJoinFamilies forkJoin = new ForkJoinFamilies();
  private final JvmFamilies jvm = new JvmFamilies();
  private final LoopFamilies loops = new LoopFamilies();
  private long readAt;
  private long mostCut;

  Exposition(Engine engine, Settings settings, Traffic traffic) {
    this.traffic = traffic;
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
    SubjectFamilies.add(engine.watch(), resources, now);
    WriterFamilies.add(engine.watch(), resources);
    GaugeFamilies.add(engine.watch(), resources);
    ExecutorFamilies.add(engine.watch().executors(), resources, now);
    forkJoin.add(resources);
    ClientFamilies clients = new ClientFamilies();
    clients.add(engine.watch(), resources, now);
    loops.add(engine.watch().loops(), resources, families);
    jvm.to(families);
    OwnFamilies.to(families, engine, settings, droppedSeries());
    OwnFamilies.traffic(families, traffic);
    PinFamilies.to(families, engine.watch());
    process.to(engine.watch(), families, resources, now);
    resources.to(families);
    pools.to(families);
    servers.to(families);
    clients.to(families);
    Cap cap = new Cap(Cap.MOST);
    List<MetricFamilySamples> capped = cap.apply(families);
    routes.to(capped, engine.watch().servers(), cap);
    mostCut = Math.max(mostCut, cap.dropped());
    return capped;
  }

  /**
   * Kinds of request under the route {@code other}, requests that came when no more kinds could be
   * told apart, and most other series that one reading left out.
   */
  synchronized long droppedSeries() {
    return OwnCost.foldedRequests(engine) + routes.folded() + mostCut;
  }
}
