package dev.loadline.collector.discovery;

import dev.loadline.collector.yaml.Plugin;
import io.vertx.core.Vertx;

/** One way of finding targets. */
public interface Discovery<S extends Record> extends Plugin<S> {

  /** Looks for targets until the result is closed. */
  AutoCloseable discover(Vertx vertx, S settings, Findings findings);
}
