package dev.loadline.collector.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
  private static final Series SERIES =
      new Series("orders", "a:1", "agent", Resource.parse("pool/db"), Signal.LIMIT);

  @ParameterizedTest
  @EnumSource
  void everyKindIsFoundByItsWord(ResourceKind kind) {
    assertThat(ResourceKind.of(kind.label())).contains(kind);
  }

  @ParameterizedTest
  @EnumSource
  void everySignalIsFoundByItsWord(Signal signal) {
    assertThat(Signal.of(signal.label())).contains(signal);
  }

  @Test
  void theNameOfAResourceMayHaveSlashes() {
    assertThat(Resource.parse("server-cpu/eu/orders-pg"))
        .isEqualTo(new Resource(ResourceKind.SERVER_CPU, "eu/orders-pg"))
        .hasToString("server-cpu/eu/orders-pg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pool", "pool/", "pool/ ", "swimming/db", "/db", ""})
  void aResourceNeedsAKnownKindAndAName(String text) {
    assertThatThrownBy(() -> Resource.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void resourcesSortByKindThenName() {
    assertThat(Resource.parse("pool/z")).isLessThan(Resource.parse("workers/a"));
    assertThat(Resource.parse("pool/a")).isLessThan(Resource.parse("pool/b"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aSampleIsFinite(double value) {
    assertThatThrownBy(() -> new Sample(SERIES, 0, value))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void labelsMakeAnotherSeries() {
    assertThat(SERIES.with(Map.of("route", "/a")))
        .isNotEqualTo(SERIES)
        .isEqualTo(SERIES.with(Map.of("route", "/a")));
  }

  @Test
  void aLineHasAsManyTimesAsValues() {
    assertThatThrownBy(() -> new Line(SERIES, new long[2], new double[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("2 times for 1 values");
  }
}
