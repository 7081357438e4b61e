package dev.loadline.collector.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.SignalReader;
import dev.loadline.collector.signal.SignalReaderContract;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of readers, kept by what others store. */
class PrometheusSignalsIT {

  @Nested
  class Prometheus extends Engine {
    @Override
    RealEngine start(Path directory) throws IOException {
      return RealEngine.prometheus(directory, "{}");
    }
  }

  @Nested
  class VictoriaMetrics extends Engine {
    @Override
    RealEngine start(Path directory) throws IOException {
      return RealEngine.victoriaMetrics(directory);
    }

    /** It shows what was written only after a while. */
    @Override
    void settle(RealEngine engine) {
      engine.status("/internal/force_flush");
    }
  }

  abstract static class Engine implements SignalReaderContract {
    @TempDir Path directory;
    private final Deque<AutoCloseable> atTheEnd = new ArrayDeque<>();

    abstract RealEngine start(Path directory) throws IOException;

    void settle(RealEngine engine) {}

    @Override
    public SignalReader reader(List<Sample> samples) {
      RealEngine engine = started();
      PrometheusSignals signals = signals(engine);
      atTheEnd.push(engine);
      atTheEnd.push(signals);
      signals.write(samples).join();
      settle(engine);
      return signals;
    }

    private static PrometheusSignals signals(RealEngine engine) {
      return new PrometheusSignals(
          YamlSettings.of(engine.url()), new SimpleMeterRegistry(), InstantSource.system());
    }

    private RealEngine started() {
      try {
        return start(directory);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Test
    void aNewProcessFindsWhatAnotherWrote() {
      reader(List.of(new Sample(LIMIT, 1, 15)));
      RealEngine engine = (RealEngine) Objects.requireNonNull(atTheEnd.peekLast());

      try (PrometheusSignals second = signals(engine)) {
        assertThat(second.services()).containsExactly("orders");
      }
    }

    @AfterEach
    void close() throws Exception {
      for (AutoCloseable each : atTheEnd) {
        each.close();
      }
    }
  }
}
