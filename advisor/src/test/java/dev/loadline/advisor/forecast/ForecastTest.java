package dev.loadline.advisor.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForecastTest {

  @Test
  void threeHoursAreNoWeek() {
    Forecast forecast = Forecast.from(Duration.ofHours(3));
    assertThat(forecast.status()).isEqualTo("unknown");
    assertThat(forecast.reason()).isEqualTo("0.1 days of data, 7 needed");
    assertThat(forecast.crosses()).isNull();
    assertThat(forecast.probability()).isEmpty();
  }

  @Test
  void almostAWeekIsNotRoundedUp() {
    assertThat(Forecast.from(Duration.ofDays(7).minusMinutes(1)).reason())
        .isEqualTo("6.9 days of data, 7 needed");
  }

  @Test
  void aWeekWithoutATrackRecordIsStillUnknown() {
    assertThat(Forecast.from(Duration.ofDays(9)).status()).isEqualTo("unknown");
  }
}
