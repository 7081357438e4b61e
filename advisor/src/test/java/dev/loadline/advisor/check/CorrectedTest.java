package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.document.ModelFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built-in models as careful authors would have written them. */
class CorrectedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "capsules         | no-sum",
        "video            | no-sum",
        "capsules-million | in-memory-limit-multiplied, no-sum",
        "hospital         | no-sum, server-limit-not-stated, server-limit-not-stated",
        "calls            | no-sum"
      })
  void whatIsRightIsNoFindingButANote(String model, String notes) {
    ModelFile[] beside =
        Stream.of("capsules")
            .map(CorrectedTest::path)
            .map(Linted::resource)
            .toArray(ModelFile[]::new);
    assertThat(Linted.all(path(model), beside))
        .allMatch(finding -> finding.startsWith("note "))
        .map(finding -> finding.split(" ")[1])
        .containsExactly(notes.split(", "));
  }

  private static String path(String model) {
    return "/corrected/" + model + ".yaml";
  }
}
