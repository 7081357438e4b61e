package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WriterMeterTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Offset<Double> EXACT = within(1e-9);

  private final WriterMeter meter = new WriterMeter(0);

  @Test
  void whatOverlapsTheWriteBeforeIsAWait() {
    meter.wrote(0, 3 * SECOND, 1);
    meter.wrote(SECOND, 4 * SECOND, 2);
    meter.wrote(10 * SECOND, 11 * SECOND, 3);
    assertThat(meter.waits().sumSeconds()).isCloseTo(2, EXACT);
    assertThat(meter.holds().sumSeconds()).as("0 to 4, and 10 to 11").isCloseTo(5, EXACT);
    assertThat(meter.holds().count()).isEqualTo(3);
  }

  @Test
  void oneThatIsToldLateAddsNoTimeTwice() {
    meter.wrote(0, 4 * SECOND, 1);
    meter.wrote(SECOND, 3 * SECOND, 2);
    assertThat(meter.holds().sumSeconds()).isCloseTo(4, EXACT);
    assertThat(meter.waits().sumSeconds()).isCloseTo(2, EXACT);
  }

  @Test
  void whoGaveUpWaitedAndDidNotWrite() {
    meter.timedOut(5 * SECOND, 1);
    assertThat(meter.timeouts()).isEqualTo(1);
    assertThat(meter.waits().sumSeconds()).isCloseTo(5, EXACT);
    assertThat(meter.waits().count()).isEqualTo(1);
    assertThat(meter.holds().count()).isZero();
  }
}
