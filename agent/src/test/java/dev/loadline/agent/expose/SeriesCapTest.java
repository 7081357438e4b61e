package dev.loadline.agent.expose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.agent.meter.RequestMeter;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SeriesCapTest {

  private static final String COUNT = "http_server_request_duration_seconds_count";

  @Test
  void aMillionRoutesAreTwoThousandSeriesInBoundedMemory() {
    RequestMeter meter = new RequestMeter(0, new AtomicInteger(2_000));
    RouteFold fold = new RouteFold();
    long before = used();
    double other = 0;
    for (int i = 0; i < 1_000_000; i++) {
      meter.begin(i, 0);
      meter.end(i, i + 1_000_000, "GET", "/orders/" + i, 200, 0);
      if (i % 250_000 == 249_999) {
        List<Sample> samples = samples(fold, meter);
        assertThat(samples).hasSizeBetween(1_000, Cap.MOST);
        assertThat(sum(samples, "")).as("every request is in one of them").isEqualTo(i + 1);
        assertThat(sum(samples, "other")).isGreaterThanOrEqualTo(other + 200_000);
        other = sum(samples, "other");
      }
    }
    assertThat(meter.folded() + fold.folded()).isBetween(999_000L, 1_000_000L);
    await().until(() -> used() - before < 8 << 20);
    assertThat(samples(fold, meter)).isNotEmpty();
  }

  @Test
  void whatIsShownStaysShownAndWhatIsFoldedStaysFolded() {
    RequestMeter meter = new RequestMeter(0, new AtomicInteger(2_000));
    RouteFold fold = new RouteFold();
    for (int i = 0; i < 200; i++) {
      for (int times = 0; times <= i; times++) {
        meter.end(0, 1, "GET", "/r" + i, 200, 0);
      }
    }
    List<String> first = routes(samples(fold, meter));
    assertThat(first).as("the most frequent ones").contains("/r199", "/r150", "other");
    assertThat(first).doesNotContain("/r0");
    for (int times = 0; times < 1000; times++) {
      meter.end(0, 1, "GET", "/r0", 200, 0);
    }
    assertThat(routes(samples(fold, meter))).isEqualTo(first);
  }

  @Test
  void whatComesFirstHasItsPlaceAndHistogramsAreLeftOutWhole() {
    List<MetricFamilySamples> families = new ArrayList<>();
    Family gauges = Family.gauge("gauges", "Three.", "name");
    gauges.add(1, "a").add(2, "b").add(3, "c").to(families);
    Family histograms = Family.histogram("histograms", "Two.", "name");
    dev.loadline.agent.meter.Histogram.Counts counts =
        new dev.loadline.agent.meter.Histogram().read();
    histograms.add(counts, 2, "a").add(counts, 2, "b").to(families);
    Cap cap = new Cap(3 + 23 + 22);
    List<MetricFamilySamples> capped = cap.apply(families);
    assertThat(capped).hasSize(2);
    assertThat(capped.get(0).samples).hasSize(3);
    assertThat(capped.get(1).samples).hasSize(23).allMatch(s -> s.labelValues.contains("a"));
    assertThat(cap.dropped()).isEqualTo(23);
  }

  private static List<Sample> samples(RouteFold fold, RequestMeter meter) {
    List<MetricFamilySamples> families = new ArrayList<>();
    fold.add(families, Map.of("test", meter), new Cap(Cap.MOST));
    List<Sample> samples = new ArrayList<>();
    families.forEach(family -> samples.addAll(family.samples));
    return samples;
  }

  private static List<String> routes(List<Sample> samples) {
    return samples.stream()
        .filter(sample -> sample.name.equals(COUNT))
        .map(sample -> sample.labelValues.get(1))
        .toList();
  }

  private static double sum(List<Sample> samples, String route) {
    return samples.stream()
        .filter(sample -> sample.name.equals(COUNT))
        .filter(sample -> route.isEmpty() || sample.labelValues.get(1).equals(route))
        .mapToDouble(sample -> sample.value)
        .sum();
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
