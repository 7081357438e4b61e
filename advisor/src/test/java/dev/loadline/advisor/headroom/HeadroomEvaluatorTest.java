package dev.loadline.advisor.headroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loadline.advisor.Recorded;
import dev.loadline.advisor.capacity.Objective;
import dev.loadline.advisor.capacity.Status;
import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.signal.Signal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadroomEvaluatorTest {
  private static final Objective FIVE_PERCENT = new Objective(null, 0.05);

  private static ServiceHeadroom evaluate(Recorded recorded) {
    return new HeadroomEvaluator()
        .evaluate(Recorded.SERVICE, recorded, FIVE_PERCENT, null, recorded.end().plusMillis(1));
  }

  @Test
  void capacityOfThePoolIsTheCapacityOfTheService() {
    ServiceHeadroom orders = evaluate(Recorded.pool(300, 60));
    assertThat(orders.status()).isEqualTo(Status.OK);
    assertThat(orders.bottleneck()).isEqualTo("pool/orders-db");
    assertThat(orders.capacity().orThrow()).isCloseTo(150, within(0.01));
    assertThat(orders.demand().orThrow()).isCloseTo(60, within(0.01));
    assertThat(orders.safeCapacity().orThrow()).isCloseTo(90.44, within(0.01));
    assertThat(orders.headroom().orThrow())
        .isCloseTo(1 - 60 / orders.safeCapacity().orThrow(), within(1e-6));
    ResourceHeadroom pool = orders.resources().get(0);
    assertThat(pool.seenUpTo()).isCloseTo(0.4, within(1e-6));
    assertThat(pool.trust()).isCloseTo(0.98, within(1e-6));
    assertThat(pool.cause()).isEqualTo("none");
    assertThat(pool.explanation())
        .isEqualTo(
            "15 connections / 0.1 s held per request = 150 requests/s (145.6-154.6); seen up to"
                + " 40 % of the limit");
  }

  @Test
  void noFigureBeforeTheEvidenceSuffices() {
    ServiceHeadroom orders = evaluate(Recorded.pool(18, 60));
    assertThat(orders.status()).isEqualTo(Status.UNKNOWN);
    assertThat(orders.reason()).isEqualTo("18 of 30 seconds measured");
    assertThat(orders.capacity().known()).isFalse();
    assertThat(orders.headroom().known()).isFalse();
  }

  @Test
  void aFirstFigureComesWithinFortySeconds() {
    assertThat(evaluate(Recorded.pool(40, 60)).headroom().known()).isTrue();
  }

  @Test
  void twoSensorsOfOnePoolAreNeverAdded() {
    Recorded both =
        Recorded.pool(300, 60)
            .line("micrometer", "pool/orders-db", Signal.LIMIT, s -> 15)
            .line("micrometer", "pool/orders-db", Signal.IN_USE, s -> 7)
            .line(
                "micrometer", "pool/orders-db", Signal.HOLD, Part.SUM, Map.of(), s -> 60 * s * 0.1);
    ResourceHeadroom pool = evaluate(both).resources().get(0);
    assertThat(pool.limit()).isEqualTo(15);
    assertThat(pool.saturatesAt().orThrow()).isCloseTo(150, within(0.01));
    assertThat(pool.sensors())
        .extracting(ResourceHeadroom.Sensor::name)
        .containsExactly("agent", "micrometer");
    assertThat(pool.sensors().get(1).inUse()).isEqualTo(7);
  }

  @Test
  void holdSumsServeWhereNobodyIntegrates() {
    Recorded micrometer =
        new Recorded(300)
            .line("micrometer", "requests/http", Signal.HOLD, Part.COUNT, Map.of(), s -> 60 * s)
            .line("micrometer", "pool/orders-db", Signal.LIMIT, s -> 15)
            .line(
                "micrometer", "pool/orders-db", Signal.HOLD, Part.SUM, Map.of(), s -> 60 * s * 0.1);
    ServiceHeadroom orders = evaluate(micrometer);
    assertThat(orders.capacity().orThrow()).isCloseTo(150, within(0.01));
    assertThat(orders.safeCapacity().lowest())
        .isLessThan(evaluate(Recorded.pool(300, 60)).safeCapacity().lowest());
  }

  @Test
  void sampledGaugesAloneGiveNoFigure() {
    Recorded gauges =
        new Recorded(300)
            .line("micrometer", "requests/http", Signal.HOLD, Part.COUNT, Map.of(), s -> 60 * s)
            .line("micrometer", "pool/orders-db", Signal.LIMIT, s -> 15)
            .line("micrometer", "pool/orders-db", Signal.IN_USE, s -> 6);
    ServiceHeadroom orders = evaluate(gauges);
    assertThat(orders.status()).isEqualTo(Status.UNKNOWN);
    assertThat(orders.reason()).startsWith("only sampled gauges of pool/orders-db");
  }

  @Test
  void nothingMeasuredIsUnknown() {
    ServiceHeadroom orders = evaluate(new Recorded(0));
    assertThat(orders.status()).isEqualTo(Status.UNKNOWN);
    assertThat(orders.reason()).isEqualTo("nothing measured in the last 15 minutes");
    assertThat(orders.forecast().reason()).isEqualTo("0.0 days of data, 7 needed");
  }

  @Test
  void waitsWithAnIdleProcessorAreBlockedAndNeverHeadroom() {
    Recorded waiting =
        Recorded.pool(300, 60)
            .line("agent", "pool/orders-db", Signal.WAIT, Part.SUM, Map.of(), s -> 60 * s * 0.08)
            .line("agent", "pool/orders-db", Signal.WAIT, Part.COUNT, Map.of(), s -> 60 * s)
            .line("agent", "cpu/process", Signal.UTILISATION, s -> 0.12);
    ServiceHeadroom orders = evaluate(waiting);
    assertThat(orders.status()).isEqualTo(Status.BLOCKED);
    assertThat(orders.reason())
        .isEqualTo("callers wait 0.08 s for pool/orders-db although the processor is 12 % busy");
    assertThat(orders.resources().get(0).cause()).isEqualTo("unknown");
  }

  @Test
  void nearTheSafeCapacityTheServiceIsTight() {
    assertThat(evaluate(Recorded.pool(300, 88)).status()).isEqualTo(Status.TIGHT);
    assertThat(evaluate(Recorded.pool(300, 120)).status()).isEqualTo(Status.SATURATED);
  }

  @Test
  void historyIsMeasuredFromTheSignals() {
    ServiceHeadroom orders = evaluate(Recorded.pool(9_000, 60));
    assertThat(orders.forecast().historyDays()).isEqualTo(0.1);
  }

  @Test
  void sameReadingsSameAnswer() {
    Recorded recorded = Recorded.pool(120, 60);
    assertThat(evaluate(recorded)).isEqualTo(evaluate(recorded));
  }
}
