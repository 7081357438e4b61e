package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.document.ModelFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "16 | 24 / 1.5 [seconds] gives a rate, and a figure without a unit is stated",
        "16 seconds | 24 / 1.5 [seconds] gives a rate, and seconds are a time"
      })
  void aSumOfAnotherKindThanItsResultIsNotCompared(String stated, String why) {
    String model =
        """
        model: post
        document: A mail room
        claims:
          - {id: "1", kind: derived, quantity: letters, stated: "%s", formula: "24 / 1.5 [seconds]", says: it}
        """
            .formatted(stated);

    assertThat(Claims.of(ModelFile.parse("post.yaml", model)))
        .extracting(CheckedClaim::explanation)
        .containsExactly(why);
  }
}
