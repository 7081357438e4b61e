package dev.loadline.advisor.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErlangCTest {

  @ParameterizedTest
  @CsvSource({"2, 7", "5, 12", "10, 19", "20, 32", "50, 68", "100, 125"})
  void serversThatKeepWaitsBelowOnePercent(double offered, int servers) {
    assertThat(ErlangC.serversFor(offered, 0.01)).isEqualTo(servers);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.5, 0.333333",
    "2, 1, 0.2",
    "10, 5, 0.018385",
    "15, 9, 0.019868",
    "100, 100, 0.075700"
  })
  void blockingOfTextbooks(double servers, double offered, double blocked) {
    assertThat(ErlangC.blocked(servers, offered)).isCloseTo(blocked, within(1e-3 * blocked + 1e-6));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5", "3, 2", "15, 9", "40, 31", "200, 180"})
  void continuousFormulaMeetsTheRecursion(int servers, double offered) {
    double blocked = 1;
    for (int k = 1; k <= servers; k++) {
      blocked = offered * blocked / (k + offered * blocked);
    }
    assertThat(ErlangC.blocked(servers, offered)).isCloseTo(blocked, within(1e-9));
  }

  @Test
  void aThirdWaitsForTwoServersAtALoadOfOne() {
    assertThat(ErlangC.waits(2, 1)).isCloseTo(1.0 / 3, within(1e-9));
  }

  @Test
  void everyoneWaitsWhereTheLoadReachesTheServers() {
    assertThat(ErlangC.waits(15, 15)).isEqualTo(1);
    assertThat(ErlangC.waits(15, 22)).isEqualTo(1);
  }

  @Test
  void noLoadNoWait() {
    assertThat(ErlangC.waits(15, 0)).isZero();
  }

  @Test
  void overflowingServersBlockWhatTheyCannotTake() {
    assertThat(ErlangC.blocked(1, 5000)).isCloseTo(1 - 1.0 / 5000, within(1e-3));
  }
}
