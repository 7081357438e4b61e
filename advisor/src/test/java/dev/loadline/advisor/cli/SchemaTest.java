package dev.loadline.advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.loadline.advisor.cli.schema.ModelSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SchemaTest {
  private static final String SHOP =
      """
      model: shop
      document: A shop
      resources:
        pool: {size: 10 connections, hold: 50-100 ms}
        sessions: {kind: state, holds: [sessions], memory: process}
      servers:
        database: {engine: postgresql, max_connections: 100}
      claims:
        - {id: s-1, kind: input, quantity: pool.size, of: resources.pool.size, says: ten}
      """;

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Schema schema = registry.getSchema(ModelSchema.text());

  private List<String> errors(String yaml) {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return schema.validate(new ObjectMapper().<JsonNode>valueToTree(tree)).stream()
        .map(Error::toString)
        .toList();
  }

  @Test
  void thePublishedSchemaIsTheOneThatIsPrinted() throws IOException {
    Terminal terminal = new Terminal();
    assertThat(terminal.run("models", "--schema")).isZero();
    assertThat(terminal.out())
        .describedAs("java -jar loadline.jar models --schema > docs/loadline-model.schema.json")
        .isEqualTo(Files.readString(Path.of("../docs/loadline-model.schema.json")));
  }

  @Test
  void itIsASchema() throws IOException {
    Schema draft =
        registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(draft.validate(new ObjectMapper().readTree(ModelSchema.text()))).isEmpty();
  }

  static List<String> builtIn() {
    return Models.BUILT_IN;
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void theBuiltInModelsHoldToIt(String name) {
    assertThat(errors(Models.text(name))).isEmpty();
  }

  @Test
  void anOrdinaryModelHoldsToIt() {
    assertThat(errors(SHOP)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size: 10 connections | sise: 10 connections | /resources/pool: property 'sise'",
        "size: 10 connections | overflow: 10         | required property 'size' not found",
        "hold: 50-100 ms      | hold: 50             | /resources/pool/hold",
        "hold: 50-100 ms      | hold: fast           | /resources/pool/hold",
        "kind: state          | kind: stat           | /resources/sessions/kind",
        "memory: process      | memory: disk         | /resources/sessions/memory",
        "kind: input          | kind: told           | /claims/0/kind",
        "max_connections: 100 | max_connections: all | /servers/database/max_connections",
        "document: A shop     | documnt: A shop      | required property 'document' not found"
      })
  void slipsAreSeenInTheEditor(String right, String wrong, String error) {
    assertThat(SHOP).contains(right);
    assertThat(errors(SHOP.replace(right, wrong))).anyMatch(one -> one.contains(error));
  }
}
