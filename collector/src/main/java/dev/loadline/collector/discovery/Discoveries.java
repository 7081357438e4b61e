package dev.loadline.collector.discovery;

import dev.loadline.collector.discovery.DiscoveryState.Frozen;
import dev.loadline.collector.yaml.Chosen;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All discoveries of a configuration, and the one set of targets that they give together. */
public final class Discoveries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Discoveries.class);

  private final Consumer<Set<Target>> changed;
  private final List<Finder> finders = new ArrayList<>();
  private final List<AutoCloseable> running = new ArrayList<>();

  private Discoveries(Consumer<Set<Target>> changed) {
    this.changed = changed;
  }

  /**
   * @param hold how long a sudden loss of more than half of what a discovery found is doubted
   * @param changed gets the whole set whenever it may have changed; of targets with the same
   *     address the one of the first discovery
   */
  public static Discoveries start(
      Vertx vertx,
      List<Chosen<Discovery<?>>> chosen,
      Duration hold,
      MeterRegistry registry,
      InstantSource clock,
      Consumer<Set<Target>> changed) {
    Discoveries all = new Discoveries(changed);
    for (Chosen<Discovery<?>> each : chosen) {
      all.finders.add(all.finder(vertx, each.plugin().name(), hold, registry, clock));
    }
    Gauge.builder("loadline.discovery.frozen", all, self -> self.frozen().isPresent() ? 1 : 0)
        .description("1 while a sudden loss of targets is not believed yet")
        .register(registry);
    for (int i = 0; i < chosen.size(); i++) {
      all.running.add(run(vertx, chosen.get(i).plugin(), chosen.get(i).settings(), all.at(i)));
    }
    return all;
  }

  /** Whether each of them has found something, even if it is nothing, at least once. */
  public boolean ready() {
    return finders.stream().allMatch(Finder::heard);
  }

  /** How each fares, in the order of the configuration. */
  public List<DiscoveryState> states() {
    return finders.stream().map(Finder::state).toList();
  }

  /** The first sudden loss that is not believed yet: figures of the whole are not to be trusted. */
  public Optional<Frozen> frozen() {
    return finders.stream().map(Finder::frozen).flatMap(Optional::stream).findFirst();
  }

  @Override
  public void close() {
    running.forEach(Discoveries::stop);
    finders.forEach(Finder::close);
  }

  private Findings at(int index) {
    return finders.get(index);
  }

  private Finder finder(
      Vertx vertx, String name, Duration hold, MeterRegistry registry, InstantSource clock) {
    return new Finder(
        vertx,
        name,
        hold,
        clock,
        this::tell,
        () -> registry.counter("loadline.discovery.failures", "mechanism", name).increment());
  }

  private static <S extends Record> AutoCloseable run(
      Vertx vertx, Discovery<S> discovery, Record chosen, Findings findings) {
    return discovery.discover(vertx, discovery.settings().cast(chosen), findings);
  }

  private synchronized void tell() {
    Map<URI, Target> all = new LinkedHashMap<>();
    for (Finder finder : finders) {
      finder.standing().forEach(target -> all.putIfAbsent(target.url(), target));
    }
    changed.accept(Set.copyOf(all.values()));
  }

  private static void stop(AutoCloseable discovery) {
    try {
      discovery.close();
    } catch (Exception e) {
      LOG.warn("a discovery did not stop", e);
    }
  }
}
