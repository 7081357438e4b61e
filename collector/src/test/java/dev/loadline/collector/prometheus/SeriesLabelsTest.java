package dev.loadline.collector.prometheus;

import static dev.loadline.collector.signal.SignalReaderContract.BUCKET;
import static dev.loadline.collector.signal.SignalReaderContract.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.signal.Signal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeriesLabelsTest {

  @Test
  void aLineAsPrometheusHasIt() {
    assertThat(SeriesLabels.of(LIMIT))
        .containsExactly(
            entry("__name__", "loadline_signal_limit"),
            entry("instance", "a:1"),
            entry("resource", "pool/orders-db"),
            entry("sensor", "agent"),
            entry("service", "orders"));
  }

  @Test
  void labelsWithoutTextAreNotForgotten() {
    assertThat(SeriesLabels.of(BUCKET))
        .containsEntry("__name__", "loadline_signal_hold_bucket")
        .containsEntry("loadline_empty", "status")
        .doesNotContainKey("status");
    assertThat(SeriesLabels.read(SeriesLabels.of(BUCKET))).contains(BUCKET);
  }

  @Test
  void labelsThatSoundLikeOursComeBack() {
    Series series = LIMIT.with(Map.of("service", "x", "label_a", "y", "loadline_empty", "z"));

    assertThat(SeriesLabels.read(SeriesLabels.of(series))).contains(series);
  }

  @ParameterizedTest
  @EnumSource
  void everySignalAndPartComesBack(Signal signal) {
    for (Part part : Part.values()) {
      Series series = new Series("s", "i", "x", LIMIT.resource(), signal, part, new TreeMap<>());

      assertThat(SeriesLabels.read(SeriesLabels.of(series))).contains(series);
    }
  }

  @Test
  void whatOthersWroteIsLeftAlone() {
    assertThat(SeriesLabels.read(Map.of("__name__", "up"))).isEmpty();
    assertThat(SeriesLabels.read(Map.of("__name__", "loadline_signal_limit"))).isEmpty();
    Map<String, String> strange = new TreeMap<>(SeriesLabels.of(LIMIT));
    strange.put("__name__", "loadline_signal_luck");
    assertThat(SeriesLabels.read(strange)).isEmpty();
  }
}
