package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.document.DocumentStanding;
import dev.loadline.advisor.document.LiveFigures;
import dev.loadline.advisor.document.LiveVerdicts;
import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapsulesTest {
  private final ModelFile file = read();
  private final Model capsules = file.model();
  private final Map<String, CheckedClaim> checked =
      Claims.of(file).stream().collect(Collectors.toMap(c -> c.claim().id(), c -> c));

  private static ModelFile read() {
    try (InputStream in = CapsulesTest.class.getResourceAsStream("/models/capsules.yaml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return ModelFile.parse("capsules.yaml", text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "000-03, 15",
    "000-07, 10",
    "000-08, 150",
    "000-12, 6000-7200",
    "000-13, 2000",
    "000-14, 600",
    "000-15, 150",
    "000-16, 100",
    "000-20, 3000-6000",
    "000-21, 1200-3000",
    "000-22, 600-1200"
  })
  void derivedClaimsFollow(String id, String computed) {
    CheckedClaim claim = Objects.requireNonNull(checked.get(id));
    assertThat(claim.verdict()).isEqualTo(CheckedClaim.Verdict.FOLLOWS);
    assertThat(claim.computed()).hasToString(computed);
  }

  @ParameterizedTest
  @CsvSource({"000-01, input", "000-09, follows", "000-25, advice", "000-24, follows"})
  void otherClaimsAreWhatTheyAre(String id, String verdict) {
    assertThat(Objects.requireNonNull(checked.get(id)).verdict()).hasToString(verdict);
  }

  @Test
  void aChangedInputReachesAllThatFollowsFromIt() {
    Map<String, CheckedClaim.Verdict> changed =
        Claims.of(file.with(Map.of("resources.pool.size", "10 connections"))).stream()
            .collect(Collectors.toMap(c -> c.claim().id(), CheckedClaim::verdict));
    assertThat(changed)
        .containsEntry("000-03", CheckedClaim.Verdict.CONTRADICTS)
        .containsEntry("000-08", CheckedClaim.Verdict.CONTRADICTS)
        .containsEntry("000-12", CheckedClaim.Verdict.CONTRADICTS)
        .containsEntry("000-20", CheckedClaim.Verdict.CONTRADICTS)
        .containsEntry("000-21", CheckedClaim.Verdict.CONTRADICTS)
        .containsEntry("000-07", CheckedClaim.Verdict.FOLLOWS);
  }

  @Test
  void allStatementsOfTheDocumentAreThere() {
    assertThat(capsules.claims()).hasSize(41);
  }

  @Test
  void statedAndMeasuredStandSideBySide() {
    DocumentStanding standing =
        LiveVerdicts.of(
            capsules,
            new LiveFigures(
                15.0,
                Estimate.point(0.1012, 0.099, 0.104, "s/request", "held"),
                Estimate.point(148.2, 144.9, 151.6, "requests/s", "15 / 0.1012 s"),
                0.42));
    Map<String, String> verdicts =
        standing.figures().stream()
            .collect(
                Collectors.toMap(DocumentStanding.Figure::claim, DocumentStanding.Figure::verdict));
    assertThat(verdicts)
        .containsOnly(
            Map.entry("000-03", "confirmed"),
            Map.entry("000-06", "confirmed"),
            Map.entry("000-08", "open"),
            Map.entry("000-09", "disputed"));
    assertThat(standing.open()).isEqualTo(38);
    assertThat(standing.figures().get(2).explanation())
        .isEqualTo(
            "the document says 150 requests/second; live: 15 / 0.1012 s; load has been up to 42 %"
                + " of the limit");
  }

  @Test
  void whatIsNotMeasuredStaysOpen() {
    DocumentStanding standing =
        LiveVerdicts.of(
            capsules,
            new LiveFigures(
                20.0,
                Estimate.unknown("s/request", "12 of 30 seconds measured"),
                Estimate.unknown("requests/s", "12 of 30 seconds measured"),
                0));
    assertThat(standing.contradicted()).isEqualTo(1);
    assertThat(standing.open()).isEqualTo(40);
    assertThat(standing.figures().get(1).live()).isNull();
  }
}
