package dev.loadline.advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.loadline.advisor.check.Report;
import dev.loadline.advisor.check.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFormatsTest {
  @TempDir Path directory;
  private final Terminal terminal = new Terminal();
  private String shop = "";
  private String deployed = "";

  @BeforeEach
  void writeTheFiles() throws IOException {
    shop =
        write(
            "shop.yaml",
            """
            model: shop
            document: A shop | with @everyone and <b>
            service: {instances: 1, max_surge: 1}
            resources:
              pool: {server: database, size: 20, hold: 100 ms}
            servers:
              database: {engine: postgresql, max_connections: 100, reserved: 3}
            claims:
              - {id: s-1, kind: derived, quantity: pool.rate, stated: 500 requests/second, formula: pool.size / pool.hold, says: its rate}
            """);
    deployed =
        write(
            "k8s.yaml",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              replicas: 4
              template:
                spec:
                  containers:
                    - name: shop
                      image: example/shop
                      env:
                        - {name: DATABASE_URL, value: "postgresql://shop@database:5432/shop"}
                        - {name: DB_POOL_SIZE, value: "30"}
            """);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private JsonNode json(String... arguments) throws IOException {
    terminal.run(arguments);
    assertThat(terminal.err()).isEmpty();
    return new ObjectMapper().readTree(terminal.out());
  }

  @Test
  void sarifHasWhatItsSpecificationRequires() throws IOException {
    JsonNode log = json("check", shop, "--format", "sarif");
    assertThat(log.path("version").asText()).isEqualTo("2.1.0");
    assertThat(log.path("$schema").asText()).endsWith("sarif-schema-2.1.0.json");
    JsonNode run = log.at("/runs/0");
    assertThat(run.at("/tool/driver/name").asText()).isEqualTo("Loadline");
    List<String> rules = new ArrayList<>();
    for (JsonNode rule : run.at("/tool/driver/rules")) {
      rules.add(rule.path("id").asText());
      assertThat(rule.at("/shortDescription/text").asText()).isNotBlank();
      assertThat(rule.at("/fullDescription/text").asText()).isNotBlank();
      assertThat(rule.at("/help/text").asText()).contains("Example: ");
    }
    assertThat(rules)
        .doesNotHaveDuplicates()
        .containsAll(Report.rules().stream().map(Rule::name).toList());
    assertThat(run.path("results")).isNotEmpty();
    for (JsonNode result : run.path("results")) {
      assertThat(rules.get(result.path("ruleIndex").asInt(-1)))
          .isEqualTo(result.path("ruleId").asText());
      assertThat(result.path("level").asText()).isIn("error", "warning", "note");
      assertThat(result.at("/message/text").asText()).isNotBlank();
      JsonNode place = result.at("/locations/0/physicalLocation");
      assertThat(place.at("/artifactLocation/uri").asText())
          .startsWith("file:/")
          .endsWith("shop.yaml");
      assertThat(place.at("/region/startLine").asInt()).isPositive();
    }
  }

  @Test
  void aFindingOfSarifIsOnItsLine() throws IOException {
    List<String> found = new ArrayList<>();
    for (JsonNode result : json("check", shop, "--format", "sarif").at("/runs/0/results")) {
      found.add(
          "%s %s line %d"
              .formatted(
                  result.path("level").asText(),
                  result.path("ruleId").asText(),
                  result.at("/locations/0/physicalLocation/region/startLine").asInt()));
    }
    assertThat(found).contains("error arithmetic line 9");
  }

  @Test
  void aReviewReadsTheAnswerFirstAndMentionsNobody() {
    assertThat(terminal.run("check", shop, "--format", "markdown")).isEqualTo(1);
    assertThat(terminal.out())
        .startsWith("### Capacity of shop: 1 claim contradicts, ")
        .contains("\n| severity | rule | finding | where |\n| --- | --- | --- | --- |\n| error | ")
        .contains("\n<details><summary>All 1 claim</summary>\n\n| verdict | claim |")
        .doesNotContain("@everyone");
  }

  @Test
  void withoutTheOptionTheLedgerIsNoGate() throws IOException {
    assertThat(terminal.run("check", deployed)).isEqualTo(2);
    assertThat(terminal.err())
        .isEqualTo(deployed + " is a deployment file and no model; --ledger sums it up\n");
    JsonNode balance = json("check", shop, "--format", "json").at("/ledger/0");
    assertThat(balance.path("server").asText()).isEqualTo("database");
    assertThat(balance.path("verdict").asText()).isEqualTo("fits");
    assertThat(balance.path("accepts").asInt()).isEqualTo(100);
    assertThat(balance.path("reserved").asInt()).isEqualTo(3);
    assertThat(balance.path("ceiling").asInt()).isEqualTo(40);
  }

  @Test
  void whatIsDeployedIsLaidOverTheModel() throws IOException {
    JsonNode answer = json("check", shop, deployed, "--ledger", "--format", "json");
    JsonNode balance = answer.at("/ledger/0");
    assertThat(balance.path("verdict").asText()).isEqualTo("exceeded");
    assertThat(balance.path("now").asInt()).isEqualTo(120);
    assertThat(balance.path("ceiling").asInt()).isEqualTo(150);
    assertThat(answer.at("/findings/0/rule").asText()).isEqualTo("ledger-exceeded");
    assertThat(answer.at("/findings/0/severity").asText()).isEqualTo("error");
    assertThat(terminal.run("check", shop, deployed, "--ledger")).isEqualTo(1);
    assertThat(terminal.out())
        .contains("\nexceeded  database  ")
        .contains("150 may be opened during a rolling update, 53 more than the 97")
        .contains("what would fit: shop: at most 19 connections in each pool instead of 30")
        .contains("; ledger: 1 exceeded\n");
  }

  @Test
  void whatCannotBeReadFailsAtItsLineInEveryFormat() throws IOException {
    String broken =
        write("broken.yaml", Files.readString(Path.of(deployed)).replace("\"30\"", "lots"));
    String message = "database: DB_POOL_SIZE is not a whole number";
    JsonNode answer = json("check", shop, broken, "--ledger", "--format", "json");
    assertThat(answer.at("/findings/0/rule").asText()).isEqualTo("ledger-unreadable");
    assertThat(answer.at("/findings/0/message").asText()).isEqualTo(message);
    assertThat(answer.at("/findings/0/where").asText()).isEqualTo(broken + ":13");
    assertThat(answer.at("/remarks/0/where").asText()).isEqualTo(broken + ":13");
    for (String format : List.of("text", "markdown", "sarif")) {
      assertThat(terminal.run("check", shop, broken, "--ledger", "--format", format)).isEqualTo(1);
      assertThat(terminal.out().replace("\\", "")).contains("ledger-unreadable").contains(message);
    }
  }

  @Test
  void whatTheLedgerExceedsIsToldOnce() throws IOException {
    String full =
        write("full.yaml", Files.readString(Path.of(shop)).replace("size: 20", "size: 120"));
    assertThat(rules(json("check", full, "--format", "json"))).contains("pool-above-server");
    assertThat(rules(json("check", full, "--ledger", "--format", "json")))
        .contains("ledger-exceeded")
        .doesNotContain("pool-above-server");
  }

  private static List<String> rules(JsonNode answer) {
    List<String> rules = new ArrayList<>();
    answer.path("findings").forEach(finding -> rules.add(finding.path("rule").asText()));
    return rules;
  }

  @Test
  void deploymentFilesAloneAreSummedUp() throws IOException {
    JsonNode answer = json("check", deployed, "--ledger", "--format", "json");
    assertThat(answer.path("model").isNull()).isTrue();
    assertThat(answer.path("claims")).isEmpty();
    assertThat(answer.at("/ledger/0/ceiling").asInt()).isEqualTo(150);
    assertThat(answer.at("/ledger/0/verdict").asText()).isEqualTo("unknown");
  }

  @Test
  void warningsFailOnlyWhereThatIsWanted() throws IOException {
    String fair =
        write(
            "fair.yaml",
            """
            model: fair
            document: A document with nothing but a warning
            resources:
              pool: {server: database, size: 20, hold: 100 (50-200) ms}
            servers:
              database: {engine: postgresql, max_connections: 100}
            claims:
              - {id: f-1, kind: input, quantity: pool.hold, of: resources.pool.hold, says: so long}
              - {id: f-2, kind: derived, quantity: pool.rate, stated: 200 requests/second, formula: "pool.size / pool.hold", says: its rate}
            """);
    JsonNode summary = json("check", fair, "--format", "json").path("summary");
    assertThat(summary.path("errors").asInt() + summary.path("contradicts").asInt())
        .describedAs(terminal.out())
        .isZero();
    assertThat(summary.path("warnings").asInt()).isPositive();
    assertThat(terminal.run("check", fair)).isZero();
    assertThat(terminal.run("check", fair, "--fail-on", "warning")).isEqualTo(1);
  }
}
