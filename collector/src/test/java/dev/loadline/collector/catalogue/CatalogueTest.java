package dev.loadline.collector.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadline.collector.exposition.Point;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Signal;
import dev.loadline.collector.yaml.ProblemsException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final String TABLE =
      """
      exporter: nanos
      sensor: tracker
      priority: 10
      labels: {lib: library}
      metrics:
        pool_max: {signal: limit, resource: "pool/{pool}"}
        pool_used: {signal: in_use, resource: "{kind}/{pool}"}
        pool_wait_nanos: {signal: wait, resource: "pool/{pool}", factor: 1e-9}
        pool_taken_total: {signal: acquired, resource: "pool/{pool}"}
      ignored:
        pool_idle: not a signal
      """;
  private static final Catalogue CATALOGUE = Catalogue.of(Map.of("nanos.yaml", TABLE));

  @Test
  void aSampleCarriesWhereItCameFrom() {
    Sample sample =
        new Sample(
            new Series("orders", "a:1", "tracker", Resource.parse("pool/db"), Signal.LIMIT),
            1_000,
            15);

    assertThat(recognise(point("pool_max", Map.of("pool", "db"), 15)).readings())
        .containsExactly(new Reading(sample, "pool_max", Provenance.PUBLISHED));
  }

  @Test
  void nanosecondsBecomeSecondsButCountsStay() {
    Recognition recognition =
        recognise(
            point("pool_wait_nanos_sum", Map.of("pool", "db"), 2e9),
            point("pool_wait_nanos_count", Map.of("pool", "db"), 4),
            point("pool_wait_nanos_bucket", Map.of("pool", "db", "le", "1000.0"), 3),
            point("pool_wait_nanos_bucket", Map.of("pool", "db", "le", "+Inf"), 4));

    assertThat(recognition.samples()).extracting(Sample::value).containsExactly(2.0, 4.0, 3.0, 4.0);
    assertThat(recognition.samples())
        .extracting(sample -> sample.series().labels().getOrDefault("le", "-"))
        .containsExactly("-", "-", "1.0E-6", "+Inf");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0, 2_147_483_647, 0x1p63})
  void fourNumbersMeanNoLimit(double value) {
    assertThat(recognise(point("pool_max", Map.of("pool", "db"), value)))
        .isEqualTo(dropped("pool_max", "means no limit"));
  }

  @Test
  void whatIsNotANumberIsNoSample() {
    assertThat(recognise(point("pool_used", Map.of("pool", "db", "kind", "pool"), Double.NaN)))
        .isEqualTo(dropped("pool_used", "not a number"));
  }

  @Test
  void labelsThatNameNoKindGiveNoResource() {
    assertThat(recognise(point("pool_used", Map.of("pool", "db", "kind", "swimming"), 1)))
        .isEqualTo(dropped("pool_used", "its labels name no resource"));
  }

  @Test
  void aNameWithOtherLabelsBelongsToSomebodyElse() {
    assertThat(recognise(point("pool_max", Map.of("area", "heap"), 1)))
        .isEqualTo(dropped("pool_max", "its labels are not those of nanos"));
  }

  @Test
  void theHigherPriorityIsAskedFirst() {
    Catalogue both =
        Catalogue.of(
            Map.of(
                "nanos.yaml",
                TABLE,
                "other.yaml",
                TABLE
                    .replace("exporter: nanos", "exporter: other")
                    .replace("sensor: tracker", "sensor: better")
                    .replace("priority: 10", "priority: 11")));

    assertThat(
            both.recognise(List.of(point("pool_max", Map.of("pool", "db"), 1)), "s", "i", 0)
                .samples())
        .extracting(sample -> sample.series().sensor())
        .containsExactly("better");
  }

  @Test
  void linesThatFallTogetherAreNotAddedUp() {
    Recognition recognition =
        recognise(
            point("pool_max", Map.of("pool", "db", "shard", "1"), 1),
            point("pool_max", Map.of("pool", "db", "shard", "2"), 2));

    assertThat(recognition.samples()).extracting(Sample::value).containsExactly(1.0);
    assertThat(recognition.dropped())
        .containsExactly(new Dropped("pool_max", "several lines of it fall together"));
  }

  @Test
  void namesWithDotsAreTheSameNames() {
    assertThat(recognise(point("pool.max", Map.of("pool", "db"), 7)).samples())
        .extracting(Sample::value)
        .containsExactly(7.0);
  }

  @Test
  void aTimeOfItsOwnWins() {
    Point timed = new Point("pool_max", Map.of("pool", "db"), 7, OptionalLong.of(500));

    assertThat(recognise(timed).samples()).extracting(Sample::epochMillis).containsExactly(500L);
  }

  @Test
  void strangersAreNamedButNotTheCreationTimesOfWhatIsKnown() {
    Recognition recognition =
        recognise(
            point("stranger", Map.of(), 1),
            point("pool_taken_created", Map.of("pool", "db"), 1),
            point("pool_wait_nanos_created", Map.of("pool", "db"), 1),
            point("stranger_created", Map.of(), 1));

    assertThat(recognition.unrecognised()).containsExactly("stranger", "stranger_created");
  }

  @Test
  void aTablesSlipsAreToldAtOnce() {
    assertThatThrownBy(
            () ->
                Catalogue.of(
                    Map.of(
                        "bad.yaml",
                        """
                        exporter: bad
                        sensor: x
                        priority: 1
                        labels: {}
                        metrics:
                          a: {signal: limt, resource: "pool/{pool}"}
                          b: {signal: limit, resource: "swimming/{pool}", factr: 2}
                        ignored: {}
                        """)))
        .isInstanceOf(ProblemsException.class)
        .hasMessage(
            """
            bad.yaml:6: 'limt' does not suit metrics.a.signal: no such signal; did you mean 'limit'?
            bad.yaml:7: 'swimming/{pool}' does not suit metrics.b.resource: write kind/name, for \
            example pool/{pool}
            bad.yaml:7: unknown key 'factr' under metrics.b; did you mean 'factor'?""");
  }

  private static Recognition recognise(Point... points) {
    return CATALOGUE.recognise(List.of(points), "orders", "a:1", 1_000);
  }

  private static Recognition dropped(String name, String reason) {
    return new Recognition(List.of(), new TreeSet<>(), List.of(new Dropped(name, reason)));
  }

  private static Point point(String name, Map<String, String> labels, double value) {
    return new Point(name, labels, value, OptionalLong.empty());
  }
}
