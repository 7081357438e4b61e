package dev.loadline.advisor.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolLawTest {
  private static final Objective ONE_PERCENT = new Objective(null, 0.01);

  @Test
  void capacityIsLimitOverDemand() {
    PoolLaw law = new PoolLaw(Made.pool(15, Made.steady(30, 60, 0.1)), 1);
    assertThat(law.capacity().orThrow()).isCloseTo(150, within(1e-6));
    assertThat(law.capacity().explanation())
        .isEqualTo("15 connections / 0.1 s held per request = 150 requests/s (145.6-154.6)");
  }

  @Test
  void tenBusyOfNineteenIsTheMostForOnePercentOfWaits() {
    PoolLaw law = new PoolLaw(Made.pool(19, Made.steady(30, 60, 0.1)), 1);
    double safe = law.safeCapacity(ONE_PERCENT).orThrow();
    assertThat(safe * 0.1).isBetween(10.0, 10.4);
    assertThat(law.waits(safe)).isCloseTo(0.01, within(1e-4));
  }

  @Test
  void burstsMakeLessSafe() {
    List<Window> uneven =
        Made.steady(30, 60, 0.1).stream()
            .map(
                w ->
                    new Window(
                        w.fromMillis(), 10, 1, w.requests(), w.heldSeconds(), 2 * w.spread()))
            .toList();
    PoolLaw bursty = new PoolLaw(Made.pool(15, uneven), 1);
    PoolLaw even = new PoolLaw(Made.pool(15, Made.steady(30, 60, 0.1)), 1);
    assertThat(bursty.peakedness().at(6)).isCloseTo(2, within(1e-6));
    assertThat(bursty.safeCapacity(ONE_PERCENT).orThrow())
        .isLessThan(0.9 * even.safeCapacity(ONE_PERCENT).orThrow());
  }

  @Test
  void poissonArrivalsAreToldFromBursts() {
    PoolLaw law = new PoolLaw(Made.pool(15, Made.poisson(60, 60, 0.1, 7)), 1);
    assertThat(law.peakedness()).isEqualTo(Peakedness.CHANCE);
  }

  @Test
  void aQuickAnswerIsPromisedOnlyAsFarAsTheWaitAllows() {
    Distribution response =
        Distribution.of(Map.of(0.1, 0.0, 0.11, 100.0, Double.POSITIVE_INFINITY, 100.0), 10.5);
    List<Window> windows = Made.steady(30, 60, 0.1);
    Measured measured = new Measured("connection", 15, 1, windows, windows, 18_000, 0, response);
    PoolLaw law = new PoolLaw(measured, 1);
    double tight = law.safeCapacity(new Objective(Duration.ofMillis(120), 0.9)).orThrow();
    double loose = law.safeCapacity(new Objective(Duration.ofMillis(400), 0.9)).orThrow();
    assertThat(tight).isBetween(90.0, 125.0);
    assertThat(loose).isBetween(tight + 10, 150.0);
  }

  @Test
  void whatIsLateAlreadyIsABoundFromAbove() {
    Distribution response =
        Distribution.of(Map.of(0.1, 0.0, 0.5, 100.0, Double.POSITIVE_INFINITY, 100.0), 30);
    List<Window> windows = Made.steady(30, 60, 0.1);
    Measured measured = new Measured("connection", 15, 1, windows, windows, 18_000, 0, response);
    Estimate safe =
        new PoolLaw(measured, 1).safeCapacity(new Objective(Duration.ofMillis(200), 0.01));
    assertThat(safe.verdict()).isEqualTo(Verdict.UPPER_BOUND);
    assertThat(safe.orThrow()).isEqualTo(60);
  }

  @Test
  void withoutResponseTimesNothingIsSaidOfP95() {
    PoolLaw law = new PoolLaw(Made.pool(15, Made.steady(30, 60, 0.1)), 1);
    assertThat(law.safeCapacity(new Objective(Duration.ofMillis(200), 0.01)).known()).isFalse();
  }

  @Test
  void lessDataIsOnlyEverWeaker() {
    double widest = 0;
    for (int windows = 40; windows >= 3; windows /= 2) {
      Estimate capacity =
          new PoolLaw(Made.pool(15, Made.poisson(windows, 60, 0.1, 3)), 1).capacity();
      double width = (capacity.highest() - capacity.lowest()) / capacity.orThrow();
      assertThat(width).isGreaterThanOrEqualTo(widest);
      widest = width * 0.999;
    }
    for (int windows = 2; windows >= 0; windows--) {
      PoolLaw law = new PoolLaw(Made.pool(15, Made.poisson(windows, 60, 0.1, 3)), 1);
      assertThat(law.capacity().known()).isFalse();
      assertThat(law.safeCapacity(ONE_PERCENT).known()).isFalse();
    }
  }

  @Test
  void twelveOfThirtySecondsAreNotEnough() {
    List<Window> windows = List.of(new Window(0, 12.4, 1, 900, 90, 90));
    assertThat(new PoolLaw(Made.pool(15, windows), 1).capacity().explanation())
        .isEqualTo("12 of 30 seconds measured");
  }

  @Test
  void noRequestNoFigure() {
    PoolLaw law = new PoolLaw(Made.pool(15, Made.steady(30, 0, 0.1)), 1);
    assertThat(law.capacity().explanation()).isEqualTo("0 of 200 requests seen");
  }

  @Test
  void aPoolThatNobodyHeldHasNoCapacityFigure() {
    PoolLaw law = new PoolLaw(Made.pool(15, Made.steady(30, 60, 0)), 1);
    assertThat(law.capacity().known()).isFalse();
  }

  @Test
  void sameReadingsSameFigures() {
    List<Window> windows = Made.poisson(20, 60, 0.1, 5);
    assertThat(new PoolLaw(Made.pool(15, windows), 42).capacity())
        .isEqualTo(new PoolLaw(Made.pool(15, windows), 42).capacity());
  }
}
