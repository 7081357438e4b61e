package dev.loadline.advisor.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.document.Claim;
import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.resource.Server;
import dev.loadline.collector.yaml.Located;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parcels.md",
        "kiosk.md",
        "orchard.md",
        "harbour.md",
        "lighthouse.md",
        "ferry.md",
        "choir.md"
      })
  void aDraftIsAModelWithEveryFactAsAClaimWithItsLine(String fixture) {
    Draft draft = MarkdownImport.read(fixture, Fixtures.text(fixture));

    Model model = Model.parse("draft.yaml", draft.yaml());

    assertThat(model.claims())
        .extracting(Located::value)
        .extracting(Claim::at)
        .containsExactlyElementsOf(
            draft.facts().stream().map(fact -> fixture + ":" + fact.line()).toList());
    assertThat(model.claims())
        .extracting(Located::value)
        .extracting(Claim::quantity)
        .containsExactlyElementsOf(DraftYaml.quantities(draft.facts()));
  }

  @Test
  void certainInputsBecomeFiguresOfTheModel() {
    ModelFile file = ModelFile.parse("draft.yaml", draft("parcels.md"));

    assertThat(file.paths().at("resources.pool.size")).hasToString("12 connections");
    assertThat(file.paths().at("resources.pool.hold")).hasToString("8-15 milliseconds");
    assertThat(file.paths().at("resources.cache.hit_rate")).hasToString("85 percent");
    assertThat(file.paths().at("service.instances")).hasToString("3 instances");
    assertThat(file.paths().at("servers.database.max_connections")).hasToString("120 connections");
    assertThat(file.model().servers())
        .extractingByKey("database")
        .extracting(Server::engine)
        .isEqualTo("postgresql");
  }

  @Test
  void aSumBecomesAFormulaThatCanBeComputedAgain() {
    assertThat(DraftYaml.formula("15 connections × 10 req/sec"))
        .isEqualTo("15 * 10 [requests/second]");
    assertThat(DraftYaml.formula("1,000 × 3 queries/min = 3,000 queries/min"))
        .isEqualTo("1000 * 3 [queries/minute]");
    assertThat(DraftYaml.formula("20 base + 40 overflow")).isEqualTo("20 + 40");
    assertThat(DraftYaml.formula("6,000 / 3")).isEqualTo("6000 / 3");
    assertThat(DraftYaml.formula("5 servers")).isNull();
    assertThat(DraftYaml.formula("100-120 req/sec × 60")).isNull();
  }

  @Test
  void whatWasNotUnderstoodStandsAtTheEnd() {
    String yaml =
        MarkdownImport.read("a.md", "# A \"note\"\n\n- Pool: 5 connections\n- We like 7: yes\n")
            .yaml();

    assertThat(yaml)
        .isEqualTo(
            """
            # A draft, read from a.md. Look at the guesses before you rely on it.
            model: a-note
            document: "A \\"note\\""
            source: "a.md"

            claims:
              - {id: "draft-001", kind: input, quantity: guess.pool.capacity.line_3, stated: "5 connections", at: "a.md:3", says: "guess, nothing says that it is so now: Pool: 5 connections"}

            # Not understood:
            # a.md:4: We like 7: yes (a figure without a unit)
            """);
  }

  @Test
  void aDocumentWithoutFiguresIsAModelWithoutClaims() {
    assertThat(Model.parse("draft.yaml", MarkdownImport.read("a.md", "# A\n").yaml()).claims())
        .isEmpty();
  }

  private static String draft(String fixture) {
    return MarkdownImport.read(fixture, Fixtures.text(fixture)).yaml();
  }
}
