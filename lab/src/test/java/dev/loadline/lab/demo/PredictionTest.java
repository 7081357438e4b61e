package dev.loadline.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionTest {
  private static final String ANSWER =
      "{\"capacity\":{\"value\":148.0,\"low\":144.0,\"high\":152.0,\"verdict\":\"point\"}}";

  private static Prediction freeze(String json) throws JsonProcessingException {
    return Prediction.freeze(new ObjectMapper().readTree(json));
  }

  @Test
  void hashIsThatOfTheFrozenText() throws JsonProcessingException {
    assertThat(freeze(ANSWER).json()).isEqualTo(ANSWER);
    assertThat(freeze(ANSWER).sha256())
        .isEqualTo("0d88f55bd44637774f229b9e61ebd878eb648d8f33d8dd299c077b8bd579aec2");
  }

  @Test
  void anUnknownCapacityCannotBeFrozen() {
    assertThatThrownBy(
            () ->
                freeze(
                    "{\"capacity\":{\"value\":null,\"verdict\":\"unknown\",\"explanation\":\"12 of 30 seconds\"}}"))
        .hasMessage("no figure to freeze: 12 of 30 seconds");
  }

  @Test
  void errorIsRelativeToWhatWasMeasured() throws JsonProcessingException {
    assertThat(freeze(ANSWER).error(145)).isCloseTo(0.0207, within(0.0001));
  }

  @Test
  void holdsWithinFivePerCentOfAServiceThatWasReallyFull() throws JsonProcessingException {
    assertThat(outcome(195, 145).holds()).isTrue();
    assertThat(outcome(195, 140).holds()).isFalse();
    assertThat(outcome(195, 157).holds()).isFalse();
    assertThat(outcome(150, 148).holds()).as("all that was offered was served").isFalse();
  }

  @Test
  void tableHasARowForEachRun() throws JsonProcessingException {
    assertThat(Outcome.markdown(List.of(outcome(195, 145), outcome(150, 153))))
        .contains("| 1 | 148.0 | 144.0–152.0 | 195.0 | 145.0 | +2.1 % | yes |")
        .contains("| 2 | 148.0 | 144.0–152.0 | 150.0 | 153.0 (limit not reached) | -3.3 % | no |");
  }

  private static Outcome outcome(double offered, double measured) throws JsonProcessingException {
    return new Outcome(freeze(ANSWER), offered, measured, "idle");
  }
}
