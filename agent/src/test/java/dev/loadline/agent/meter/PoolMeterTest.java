package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PoolMeterTest {

  private final PoolMeter meter = new PoolMeter(0);

  @Test
  void timeoutsCountAsFailedAcquires() {
    meter.asked(1);
    meter.refused(250_000_000, true, 1);
    assertThat(meter.timeouts()).isEqualTo(1);
    assertThat(meter.acquired()).isZero();
    assertThat(meter.waiting()).isZero();
    assertThat(meter.waits().sumSeconds()).isEqualTo(0.25);
  }

  @Test
  void whoHasAskedAndHasNoAnswerWaits() {
    meter.asked(1);
    meter.asked(2);
    meter.acquired(1000, 2);
    assertThat(meter.waiting()).isEqualTo(1);
    meter.forgetWaits();
    assertThat(meter.waiting()).isZero();
  }

  @Test
  void busyTimeAddsUp() {
    meter.busy(300_000_000, 1);
    meter.busy(200_000_000, 2);
    assertThat(meter.busySeconds()).isEqualTo(0.5);
  }
}
