package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.loadline.advisor.check.CheckedClaim.Verdict;
import dev.loadline.advisor.document.Claim;
import dev.loadline.advisor.document.Formula;
import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.unit.Span;
import dev.loadline.advisor.document.unit.Unit;
import dev.loadline.advisor.plan.Ladder;
import dev.loadline.advisor.plan.Picks;
import dev.loadline.advisor.plan.Reckoning;
import dev.loadline.collector.yaml.Located;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every model that comes with the program. */
class BuiltInModelsTest {

  static Stream<String> names() {
    return BuiltIn.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyClaimIsListedOnce(String name) {
    List<String> ids = claims(BuiltIn.model(name)).map(Claim::id).toList();

    assertThat(ids).isNotEmpty().doesNotHaveDuplicates().isSorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyFormulaComputes(String name) {
    ModelFile file = BuiltIn.model(name);
    Reckoning reckoning = new Reckoning(file, Picks.middle());
    List<String> refused = new ArrayList<>();
    for (Claim claim : claims(file).filter(claim -> claim.formula() != null).toList()) {
      try {
        Formula.parse(Objects.requireNonNull(claim.formula())).compute(reckoning);
      } catch (IllegalArgumentException e) {
        refused.add(claim.id() + ": " + e.getMessage());
      }
    }

    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsUnsupportedSaysWhy(String name) {
    assertThat(Claims.of(BuiltIn.model(name)))
        .filteredOn(checked -> checked.verdict() == Verdict.UNSUPPORTED)
        .allSatisfy(
            checked ->
                assertThat(checked.explanation())
                    .as(checked.claim().id())
                    .isNotBlank()
                    .isNotEqualTo("nothing in the document gives it"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsDerivedIsRecomputed(String name) {
    assertThat(Claims.of(BuiltIn.model(name)))
        .filteredOn(checked -> checked.claim().kind() == Claim.Kind.DERIVED)
        .allSatisfy(checked -> assertThat(checked.computed()).as(checked.claim().id()).isNotNull());
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyOptionAndRungFits(String name) {
    ModelFile file = BuiltIn.model(name);
    Model model = file.model();

    assertThat(model.options().values())
        .allSatisfy(option -> assertThat(file.with(option.changes())).isNotNull());
    assertThat(model.ladder().keySet())
        .allSatisfy(rung -> assertThat(file.with(Ladder.upTo(model, rung))).isNotNull());
  }

  /** Reads claims.tsv in the directory that LOADLINE_DOCUMENTS names. */
  @ParameterizedTest
  @MethodSource("names")
  void saysWhatItsDocumentSays(String name) throws IOException {
    String directory = System.getenv("LOADLINE_DOCUMENTS");
    assumeTrue(directory != null, "LOADLINE_DOCUMENTS names no directory with claims.tsv");
    ModelFile file = BuiltIn.model(name);
    String document = claims(file).findFirst().orElseThrow().id().substring(0, 3);

    assertThat(claims(file).map(BuiltInModelsTest::row))
        .containsExactlyInAnyOrderElementsOf(
            rows(Path.of(Objects.requireNonNull(directory), "claims.tsv"), document));
  }

  private static List<String> rows(Path file, String document) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split("\t"))
        .filter(cells -> cells.length > 6 && cells[1].equals(document))
        .map(
            cells ->
                String.join(
                    " ",
                    cells[0],
                    cells[2],
                    cells[3],
                    figure(cells[4]),
                    figure(cells[5]),
                    cells[6]))
        .toList();
  }

  private static String row(Claim claim) {
    Span span = claim.span();
    Unit unit = claim.unit();
    return String.join(
        " ",
        claim.id(),
        claim.kind().toString(),
        claim.quantity(),
        span == null ? "-" : end(span.low()),
        span == null ? "-" : end(span.high()),
        unit == null ? "-" : unit.label());
  }

  private static String figure(String cell) {
    return cell.equals("-") ? cell : end(Double.parseDouble(cell));
  }

  private static String end(double figure) {
    return Double.isFinite(figure) ? Double.toString(figure) : "-";
  }

  private static Stream<Claim> claims(ModelFile file) {
    return file.model().claims().stream().map(Located::value);
  }
}
