package dev.loadline.advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.loadline.advisor.document.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModelsCommandTest {
  private final Terminal terminal = new Terminal();

  @Test
  void aLineForEachModel() {
    assertThat(terminal.run("models")).isZero();
    assertThat(terminal.out().lines()).hasSameSizeAs(Models.BUILT_IN);
    assertThat(terminal.out().lines().findFirst().orElseThrow())
        .startsWith("capsules ")
        .contains("41 claims: ")
        .endsWith("a rate limit per client address");
  }

  @Test
  void aListForPrograms() throws IOException {
    assertThat(terminal.run("models", "--format", "json")).isZero();
    JsonNode first = new ObjectMapper().readTree(terminal.out()).get(0);
    assertThat(first.path("model").asText()).isEqualTo("capsules");
    assertThat(first.path("claims").asInt()).isEqualTo(41);
    assertThat(first.path("verdicts").path("input").asInt()).isEqualTo(7);
  }

  @Test
  void whatIsPrintedIsAModelToStartFrom() {
    for (String name : Models.BUILT_IN) {
      assertThat(terminal.run("models", name)).isZero();
      assertThat(Model.parse(name, terminal.out()).model()).isEqualTo(name);
    }
  }

  @Test
  void theRulesAreThoseOfThePublishedPage() throws IOException {
    assertThat(terminal.run("models", "--rules")).isZero();
    assertThat(terminal.out()).isEqualTo(Files.readString(Path.of("../docs/rules.md")));
  }

  @Test
  void aSlipInTheNameIsMended() {
    assertThat(terminal.run("models", "capsulez")).isEqualTo(2);
    assertThat(terminal.err())
        .isEqualTo("no built-in model 'capsulez'; did you mean 'capsules'?\n");
  }
}
