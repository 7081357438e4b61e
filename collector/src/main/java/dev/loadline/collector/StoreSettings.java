package dev.loadline.collector;

import dev.loadline.collector.prometheus.PrometheusSettings;
import dev.loadline.collector.prometheus.PrometheusSignals;
import dev.loadline.collector.store.SignalStore;
import dev.loadline.collector.store.SqliteSignals;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Where signals are kept: {@code store: embedded}, or {@code store: {prometheus: {query:
 * "http://…", write: "http://…"}}}.
 *
 * @param prometheus what keeps them; absent where they lie in the data directory
 */
public record StoreSettings(@Nullable PrometheusSettings prometheus) {
  private static final StoreSettings EMBEDDED = new StoreSettings(null);

  /** In the data directory. */
  public static StoreSettings embedded() {
    return EMBEDDED;
  }

  public static StoreSettings parse(String text) {
    if (!text.equals("embedded")) {
      throw new IllegalArgumentException("write embedded, or prometheus: {query: …, write: …}");
    }
    return EMBEDDED;
  }

  SignalStore open(Path data, MeterRegistry meters) {
    return prometheus == null
        ? SqliteSignals.open(data, meters)
        : new PrometheusSignals(prometheus, meters, InstantSource.system());
  }
}
