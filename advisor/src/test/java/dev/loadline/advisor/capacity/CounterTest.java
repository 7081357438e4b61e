package dev.loadline.advisor.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterTest {

  private static Line line(double... timesAndValues) {
    long[] times = new long[timesAndValues.length / 2];
    double[] values = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = (long) (timesAndValues[2 * i] * 1000);
      values[i] = timesAndValues[2 * i + 1];
    }
    Series series =
        new Series(
            "orders", "a:1", "agent", Resource.parse("pool/orders-db"), Signal.IN_USE_SECONDS);
    return new Line(series, times, values);
  }

  @Test
  void risesInAStraightLineBetweenReadings() {
    Counter counter = Counter.sum(List.of(line(0, 100, 10, 120)), 60_000);
    assertThat(counter.increase(0, 10_000)).isEqualTo(20);
    assertThat(counter.increase(2_500, 5_000)).isEqualTo(5);
  }

  @Test
  void restartIsNotCovered() {
    Counter counter = Counter.sum(List.of(line(0, 100, 10, 120, 20, 3, 30, 9)), 60_000);
    assertThat(counter.covers(0, 10_000)).isTrue();
    assertThat(counter.covers(5_000, 15_000)).isFalse();
    assertThat(counter.covers(20_000, 30_000)).isTrue();
    assertThat(counter.increase(20_000, 30_000)).isEqualTo(6);
  }

  @Test
  void gapIsNotCovered() {
    Counter counter = Counter.sum(List.of(line(0, 1, 10, 2, 100, 3, 110, 4)), 30_000);
    assertThat(counter.covers(0, 10_000)).isTrue();
    assertThat(counter.covers(0, 110_000)).isFalse();
    assertThat(counter.covers(100_000, 110_000)).isTrue();
  }

  @Test
  void outsideItsReadingsNothingIsCovered() {
    Counter counter = Counter.sum(List.of(line(10, 1, 20, 2)), 30_000);
    assertThat(counter.covers(9_000, 20_000)).isFalse();
    assertThat(counter.covers(10_000, 21_000)).isFalse();
  }

  @Test
  void aRouteThatAppearsLaterCountsFromZero() {
    Counter counter = Counter.sum(List.of(line(0, 100, 10, 110, 20, 120), line(20, 5)), 60_000);
    assertThat(counter.increase(0, 10_000)).isEqualTo(10);
    assertThat(counter.increase(10_000, 20_000)).isEqualTo(15);
  }

  @Test
  void noReadingsCoverNothing() {
    assertThat(Counter.sum(List.of(), 60_000).covers(0, 1)).isFalse();
  }
}
