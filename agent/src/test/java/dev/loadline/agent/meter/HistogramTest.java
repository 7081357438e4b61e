package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTest {

  @ParameterizedTest
  @CsvSource({
    "-1, 0",
    "0, 0",
    "100000, 0",
    "100001, 1",
    "141421, 1",
    "141422, 2",
    "200000, 2",
    "200001, 3",
    "1600000, 8",
    "60000000000, 39",
    "74145520000, 39",
    "80000000000, 40",
    "9223372036854775807, 40"
  })
  void boundsAreInclusiveAndGrowByTheRootOfTwo(long nanos, int bucket) {
    assertThat(Histogram.bucket(nanos)).isEqualTo(bucket);
  }

  @Test
  void countsAreCumulativeAndTheSumIsExact() {
    Histogram histogram = new Histogram();
    histogram.record(50_000, 0);
    histogram.record(150_000, 1);
    histogram.record(200_000_000_000L, 2);
    Histogram.Counts counts = histogram.read();
    assertThat(counts.upTo(0)).isEqualTo(1);
    assertThat(counts.upTo(2)).isEqualTo(2);
    assertThat(counts.upTo(counts.bounds() - 1)).isEqualTo(2);
    assertThat(counts.count()).isEqualTo(3);
    assertThat(counts.sumSeconds()).isCloseTo(200.0002, within(1e-9));
    assertThat(counts.boundSeconds(0)).isEqualTo(1e-4);
  }
}
