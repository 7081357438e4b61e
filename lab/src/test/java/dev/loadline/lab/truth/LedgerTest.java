package dev.loadline.lab.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

  @Test
  void twoHoldsThatOverlapCountTwiceAndSquaredFourTimes() {
    Ledger ledger =
        Ledger.parse(
            List.of(
                "ready",
                "hold 1000000000 4000000000",
                "hold 2000000000 5000000000",
                "wait 10000000",
                "wait 20000000",
                "timeout 500000000",
                "busy 1500000000"));
    assertThat(ledger.acquired()).isEqualTo(2);
    assertThat(ledger.timeouts()).isEqualTo(1);
    assertThat(ledger.seconds()).isCloseTo(6, within(1e-9));
    assertThat(ledger.squaredSeconds()).isCloseTo(1 + 4 * 2 + 1, within(1e-9));
    assertThat(ledger.waitSeconds()).isCloseTo(0.53, within(1e-9));
    assertThat(ledger.busySeconds()).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void whoTakesOverAtTheSameInstantIsAlone() {
    assertThat(Ledger.parse(List.of("hold 0 1000000000", "hold 1000000000 2000000000")))
        .satisfies(ledger -> assertThat(ledger.squaredSeconds()).isCloseTo(2, within(1e-9)));
  }
}
