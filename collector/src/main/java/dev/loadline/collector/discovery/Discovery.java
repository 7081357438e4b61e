package dev.loadline.collector.discovery;

import dev.loadline.collector.yaml.Plugin;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One way of finding targets. Each call of {@code found} brings the whole set; one that cannot ask
 * its source stays silent, and what it found last remains.
 */
public interface Discovery<S extends Record> extends Plugin<S> {

  /** Looks for targets until the result is closed. */
  AutoCloseable discover(Vertx vertx, S settings, Consumer<Set<Target>> found);
}
