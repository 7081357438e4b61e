package dev.loadline.lab.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {

  private static final Results BARE =
      Results.parse(
          List.of(
              "SUCCESSFUL\ta\t",
              "SUCCESSFUL\tb\t",
              "SUCCESSFUL\tc\t",
              "FAILED\td\tAssertionError: no",
              "SKIPPED\te\tnot here"));

  @Test
  void whatFailsWithoutTheAgentTooIsNoneOfItsBusiness() {
    Results with =
        Results.parse(List.of("SUCCESSFUL\ta\t", "FAILED\tb\tx", "SUCCESSFUL\tc\t", "FAILED\td\t"));
    assertThat(with.worseThan(BARE)).containsExactly("b");
    assertThat(with.failed()).containsExactly("b", "d");
    assertThat(with.passed()).isEqualTo(2);
  }

  @Test
  void aTestThatDidNotComeToItsEndFails() {
    assertThat(Results.parse(List.of("SUCCESSFUL\ta\t")).worseThan(BARE)).containsExactly("b", "c");
  }

  @Test
  void oneThatIsSkippedByAnAssumptionDoesNot() {
    Results with = Results.parse(List.of("SUCCESSFUL\ta\t", "ABORTED\tb\tx", "SKIPPED\tc\ty"));
    assertThat(with.worseThan(BARE)).isEmpty();
  }

  @Test
  void aLineThatWasCutOffIsLeftOut() {
    assertThat(Results.parse(List.of("SUCCESSFUL\ta\t", "SUCC")).statuses()).hasSize(1);
  }
}
