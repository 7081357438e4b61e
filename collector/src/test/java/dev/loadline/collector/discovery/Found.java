package dev.loadline.collector.discovery;

import dev.loadline.collector.CollectorSettings;
import dev.loadline.collector.yaml.Chosen;
import dev.loadline.collector.yaml.YamlDocument;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** What a discovery that YAML chooses has told so far. */
final class Found implements Findings, AutoCloseable {
  private final AutoCloseable running;
  private volatile Set<Target> targets = Set.of();
  private volatile boolean heard;
  private volatile String reason = "";
  private final List<String> failures = new CopyOnWriteArrayList<>();

  private Found(Vertx vertx, Chosen<Discovery<?>> chosen) {
    this.running = run(vertx, chosen.plugin(), chosen.settings());
  }

  /** Starts the one discovery of a line such as {@code file: {root: /targets}}. */
  static Found by(Vertx vertx, String discovery) {
    return new Found(vertx, settings(discovery).discovery().get(0));
  }

  static CollectorSettings settings(String discovery) {
    return YamlDocument.parse("loadline.yaml", "discovery:\n  - " + discovery)
        .bind(CollectorSettings.class);
  }

  boolean heard() {
    return heard;
  }

  /** {@code service instance url}, sorted. */
  List<String> targets() {
    return targets.stream()
        .map(each -> each.service() + " " + each.instance() + " " + each.url())
        .sorted()
        .collect(Collectors.toList());
  }

  Set<Target> all() {
    return targets;
  }

  /** What is wrong now; empty where nothing is. */
  String reason() {
    return reason;
  }

  int failures() {
    return failures.size();
  }

  @Override
  public void found(Set<Target> all, String why) {
    targets = all;
    reason = why;
    heard = true;
  }

  @Override
  public void failed(String why) {
    failures.add(why);
    reason = why;
  }

  @Override
  public void close() {
    try {
      running.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private <S extends Record> AutoCloseable run(Vertx vertx, Discovery<S> discovery, Record chosen) {
    return discovery.discover(vertx, discovery.settings().cast(chosen), this);
  }
}
