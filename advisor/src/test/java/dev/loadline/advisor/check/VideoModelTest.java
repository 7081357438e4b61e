package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.plan.Outlook;
import dev.loadline.advisor.plan.Picks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoModelTest {
  private final ModelFile video = BuiltIn.model("video");

  @Test
  void allStatementsOfTheDocumentAreThereOnce() {
    assertThat(BuiltIn.ids(video)).isEqualTo(BuiltIn.ids("001", 25));
  }

  @ParameterizedTest
  @CsvSource({
    "001-01, input, 1 writers",
    "001-02, input, 281 TB",
    "001-03, unsupported, at most 100000 users",
    "001-06, input, 1 analyses/day",
    "001-07, unsupported, 50000-100000 users",
    "001-08, unsupported, 1000-5000 users",
    "001-09, unsupported, 10000-20000 users",
    "001-10, unsupported, 100-500 requests/second",
    "001-11, unsupported, 5000-10000 analyses/day",
    "001-16, input, 200 bytes",
    "001-17, input, 2-5 kB",
    "001-18, input, 50 bytes",
    "001-19, follows, 50 MB",
    "001-20, follows, 500 MB",
    "001-21, follows, 5 GB",
    "001-23, gap, 4 indexes",
    "001-24, contradicts, 10000 users",
    "001-25, unsupported, 100000 users"
  })
  void claimsHaveTheirVerdicts(String id, String verdict, String stated) {
    CheckedClaim claim = BuiltIn.claim(video, id);
    assertThat(claim.verdict()).hasToString(verdict);
    assertThat(claim.claim().text()).isEqualTo(stated);
  }

  @ParameterizedTest
  @CsvSource({"001-04, gap", "001-05, gap", "001-12, unsupported", "001-13, advice", "001-22, gap"})
  void wordsHaveTheirVerdicts(String id, String verdict) {
    assertThat(BuiltIn.claim(video, id).verdict()).hasToString(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "001-10 | for how long a write keeps the others out is not stated",
        "001-12 | writer/database: for how long a write keeps the others out is not stated",
        "001-19 | 10000 users x (200 bytes + 2-5 kB + 50 bytes) = 22.5-52.5 MB",
        "001-21 | 1000000 users x (200 bytes + 2-5 kB + 50 bytes) = 2.25-5.25 GB",
        "001-24 | 001-07 states 50000-100000 users"
      })
  void sumsAndReasonsAreOneLine(String id, String explanation) {
    assertThat(BuiltIn.claim(video, id).explanation()).isEqualTo(explanation);
  }

  @Test
  void aStatedWriteTimeDecidesTheThroughput() {
    ModelFile stated =
        video.with(Map.of("resources.writer.write", "4-10 ms", "resources.writer.writes", "1"));
    CheckedClaim throughput = BuiltIn.claim(stated, "001-10");
    assertThat(throughput.verdict()).isEqualTo(CheckedClaim.Verdict.FOLLOWS);
    assertThat(throughput.computed()).hasToString("100-250");
    assertThat(BuiltIn.claim(stated, "001-12").verdict()).isEqualTo(CheckedClaim.Verdict.FOLLOWS);
  }

  @Test
  void anotherRecordChangesTheStorage() {
    ModelFile bigger = video.with(Map.of("users.per_user.records.analysis", "20 kB"));
    assertThat(BuiltIn.claim(bigger, "001-19").explanation())
        .isEqualTo("10000 users x (200 bytes + 20 kB + 50 bytes) = 202.5 MB");
    assertThat(BuiltIn.claim(bigger, "001-19").verdict())
        .isEqualTo(CheckedClaim.Verdict.CONTRADICTS);
  }

  @Test
  void aDatabaseServerHasNoSingleWriter() {
    assertThat(unknown(video))
        .containsExactly(
            "writer/database: for how long a write keeps the others out is not stated",
            "disk/instances: the disk of an instance is not stated");
    assertThat(unknown(BuiltIn.option(video, "postgresql")))
        .containsExactly(
            "server-cpu/database: neither cores nor CPU time per query of database are both stated",
            "disk/instances: the disk of an instance is not stated");
  }

  @ParameterizedTest
  @CsvSource({"shared_sessions", "postgresql", "both"})
  void everyOptionCanBeAsked(String option) {
    assertThat(BuiltIn.option(video, option).model().claims()).hasSize(25);
  }

  private static List<String> unknown(ModelFile file) {
    return Outlook.of(file, Picks.middle()).ceilings().stream()
        .filter(ceiling -> !ceiling.known())
        .map(ceiling -> ceiling.resource() + ": " + ceiling.because())
        .toList();
  }
}
