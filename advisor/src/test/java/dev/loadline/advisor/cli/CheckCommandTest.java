package dev.loadline.advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help;

class CheckCommandTest {
  private static final String SHOP =
      """
      model: shop
      document: A shop with one pool
      resources:
        pool: {server: database, size: 10, hold: 50-100 ms}
      servers:
        database: {engine: postgresql, max_connections: 100}
      claims:
        - {id: s-1, kind: input, quantity: pool.size, of: resources.pool.size, says: ten of them}
        - {id: s-2, kind: derived, quantity: pool.rate, stated: %s requests/second, formula: pool.size / pool.hold, says: its rate}
        - {id: s-3, kind: claim, quantity: users, stated: ">= 1000 users", lacks: no rate of a user is stated, says: enough}
      """;

  @TempDir Path directory;
  private final Terminal terminal = new Terminal();

  private String shop(String rate) throws IOException {
    return Files.writeString(directory.resolve("shop.yaml"), SHOP.formatted(rate)).toString();
  }

  @Test
  void aLineForEachClaimAndOneForAll() throws IOException {
    String file = shop("100-200");
    assertThat(terminal.run("check", file)).isZero();
    assertThat(terminal.out().replace(file, "shop.yaml"))
        .isEqualTo(
            """
            shop  A shop with one pool

            input        s-1  pool.size  10                       shop.yaml:8   ten of them
            follows      s-2  pool.rate  100-200 requests/second  shop.yaml:9   10 / 50-100 ms = 100-200 requests/second
            unsupported  s-3  users      at least 1000 users      shop.yaml:10  no rate of a user is stated

            note  no-sum  shop.yaml:10  capacities that nothing in the document gives: s-3

            3 claims: 1 follows, 1 unsupported, 1 input; 1 finding (1 note)
            """);
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void aDocumentIsHeldAgainstTheBuiltInOneThatItNames() throws IOException {
    assertThat(terminal.run("check", "capsules-million")).isEqualTo(1);
    assertThat(terminal.out())
        .contains(
            "stage.now.throughput is stated as 100-200 requests/second, and capsules says 100-120"
                + " requests/second");
  }

  @Test
  void aContradictionFailsTheCheck() throws IOException {
    assertThat(terminal.run("check", shop("500"))).isEqualTo(1);
    assertThat(terminal.out())
        .contains("contradicts  s-2")
        .contains("3 claims: 1 contradicts, 1 unsupported, 1 input; ");
  }

  @Test
  void coloursAreForTerminals() throws IOException {
    Terminal coloured = new Terminal(Help.Ansi.ON);
    coloured.run("check", shop("500"));
    assertThat(coloured.out()).contains("\u001b[31mcontradicts\u001b[0m  s-2");
    terminal.run("check", shop("500"));
    assertThat(terminal.out()).doesNotContain("\u001b");
  }

  @Test
  void anEscapeInADocumentIsShownAndNotObeyed() throws IOException {
    String file = shop("500");
    String text = Files.readString(Path.of(file)).replace("ten of them", "\"\\e[2Jten\"");
    Files.writeString(Path.of(file), text);
    terminal.run("check", file);
    assertThat(terminal.out()).contains("\\u001b[2Jten").doesNotContain("\u001b");
  }

  @Test
  void programsGetEveryFigureWithItsUnit() throws IOException {
    String file = shop("500");
    assertThat(terminal.run("check", file, "--format", "json")).isEqualTo(1);
    JsonNode answer = new ObjectMapper().readTree(terminal.out());
    assertThat(answer.path("model").asText()).isEqualTo("shop");
    assertThat(answer.path("claims").get(1))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"id": "s-2", "kind": "derived", "quantity": "pool.rate",
                     "stated": {"low": 500, "high": 500, "unit": "requests/second"},
                     "computed": {"low": 100, "high": 200, "unit": "requests/second"},
                     "computed_full": {"low": 100, "high": 200, "unit": "requests/second"},
                     "verdict": "contradicts",
                     "explanation": "10 / 50-100 ms = 100-200 requests/second",
                     "says": "its rate", "where": "%s:9"}
                    """
                        .formatted(file)));
    assertThat(answer.path("claims").get(2).path("stated"))
        .hasToString("{\"low\":1000,\"high\":null,\"unit\":\"users\"}");
    assertThat(answer.path("claims").get(2).path("computed").isNull()).isTrue();
    assertThat(answer.path("summary").path("contradicts").asInt()).isEqualTo(1);
  }

  @Test
  void severalDocumentsAreAnArray() throws IOException {
    terminal.run("check", "capsules", shop("500"), "--format", "json");
    JsonNode answer = new ObjectMapper().readTree(terminal.out());
    List<String> models = new ArrayList<>();
    answer.forEach(one -> models.add(one.path("model").asText()));
    assertThat(models).containsExactly("capsules", "shop");
  }

  @Test
  void everythingThatCannotBeReadIsSaidAtOnce() throws IOException {
    String file = shop("many");
    assertThat(terminal.run("check", file, "capsuls", directory.toString())).isEqualTo(2);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err().lines())
        .containsExactly(
            file
                + ":9: 'many requests/second' does not suit claims[1].stated: write a figure and its"
                + " unit, as 150 requests/second, 50-200 ms, 100 (50-200) ms or >= 10000 users",
            "document 'capsuls' is neither a file nor one of the built-in models: "
                + String.join(", ", Models.BUILT_IN)
                + "; did you mean 'capsules'?",
            directory + " is a directory; name a file in it");
  }
}
