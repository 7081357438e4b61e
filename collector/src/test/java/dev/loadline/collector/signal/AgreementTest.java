package dev.loadline.collector.signal;

import static dev.loadline.collector.signal.Agreement.Counted.BORROWED;
import static dev.loadline.collector.signal.Agreement.Counted.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadline.collector.signal.Agreement.Witness;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final Witness AGENT = new Witness("agent", BORROWED, 12);

  @Test
  void theSameFigureIsTrusted() {
    agrees(AGENT, new Witness("micrometer", BORROWED, 12));
    agrees(AGENT, new Witness("micrometer", BORROWED, 11));
    agrees(new Witness("sockets", OPEN, 0), new Witness("postgresql", OPEN, 1));
  }

  @Test
  void idleConnectionsAreNoDisagreement() {
    agrees(AGENT, new Witness("sockets", OPEN, 40));
  }

  @Test
  void nobodyBorrowsWhatIsNotOpen() {
    Agreement agreement = Agreement.of(List.of(AGENT, new Witness("sockets", OPEN, 9)));

    assertThat(agreement.trust()).hasValue(0.75);
    assertThat(agreement.disagreement())
        .isEqualTo("agent counts 12 borrowed, sockets counts 9 open");
  }

  @Test
  void theWorstPairDecides() {
    Agreement agreement =
        Agreement.of(
            List.of(
                AGENT,
                new Witness("micrometer", BORROWED, 6),
                new Witness("sockets", OPEN, 15),
                new Witness("postgresql", OPEN, 14)));

    assertThat(agreement.trust()).hasValue(0.5);
    assertThat(agreement.disagreement())
        .isEqualTo("agent counts 12 borrowed, micrometer counts 6 borrowed");
  }

  @Test
  void oneThatSeesNothingTakesAllTrust() {
    assertThat(Agreement.of(List.of(AGENT, new Witness("sockets", OPEN, 0))).trust()).hasValue(0);
  }

  @Test
  void oneSensorAloneSaysNothingOfTrust() {
    assertThat(Agreement.of(List.of(AGENT)).trust()).isEmpty();
    assertThat(Agreement.of(List.of()).trust()).isEmpty();
  }

  @Test
  void whatIsNoFigureIsNoWitness() {
    assertThatThrownBy(() -> new Witness("agent", BORROWED, Double.NaN))
        .hasMessage("agent cannot have counted NaN");
  }

  private static void agrees(Witness... witnesses) {
    Agreement agreement = Agreement.of(List.of(witnesses));
    assertThat(agreement.trust()).hasValue(1);
    assertThat(agreement.disagreement()).isEmpty();
  }
}
