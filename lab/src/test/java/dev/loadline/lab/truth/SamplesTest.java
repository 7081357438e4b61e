package dev.loadline.lab.truth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {

  private static final String LABELS = "{kind=\"pool\",resource=\"orders\",library=\"druid\",";

  @Test
  void onlyPoolsOfTheLibraryCount() {
    Samples samples =
        Samples.parse(
            """
            # TYPE loadline_resource_in_use gauge
            loadline_resource_in_use%1$s} 3.0
            loadline_resource_wait_seconds_bucket%1$sle="1.0",} 7.0
            loadline_resource_wait_seconds_sum%1$s} 0.25
            loadline_resource_in_use{kind="pool",resource="orders",library="dbcp2",} 9.0
            loadline_resource_in_use{kind="workers",resource="x",library="druid",} 9.0
            """
                .formatted(LABELS),
            "druid");
    assertThat(samples.byName())
        .containsOnlyKeys("loadline_resource_in_use", "loadline_resource_wait_seconds_sum");
    assertThat(samples.of("in_use")).isEqualTo(3);
    assertThat(samples.of("busy_seconds_total")).isNaN();
  }

  @Test
  void aFigureHoldsWithinOnePartInAHundred() {
    assertThat(new Truth("druid", "waits", 10, 10.09).holds()).isTrue();
    assertThat(new Truth("druid", "waits", 10, 9.89).holds()).isFalse();
    assertThat(new Truth("druid", "waits", 10, 9.89).percent()).isEqualTo("-1.10 %");
    assertThat(new Truth("druid", "timeouts", 0, 0).holds()).isTrue();
    assertThat(new Truth("druid", "timeouts", 0, 1).holds()).isFalse();
    assertThat(new Truth("druid", "busy", 1, Double.NaN).holds()).isFalse();
  }
}
