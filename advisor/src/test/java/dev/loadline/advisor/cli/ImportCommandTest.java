package dev.loadline.advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.loadline.advisor.document.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  @TempDir Path directory;
  private final Terminal terminal = new Terminal();
  private String document = "";

  @BeforeEach
  void writeTheDocument() throws IOException {
    document =
        Files.writeString(
                directory.resolve("shop.md"),
                """
                # Capacity of the shop

                ## Connection pool

                - pool_size = 5
                - max_overflow = 10
                - Frobnication level: 42
                """)
            .toString();
  }

  @Test
  void theDraftIsAModelAndWhatWasNotUnderstoodIsSaidAside() {
    assertThat(terminal.run("import", document)).isZero();
    Model draft = Model.parse("draft", terminal.out());
    assertThat(draft.document()).isEqualTo("Capacity of the shop");
    assertThat(draft.claims()).isNotEmpty();
    assertThat(terminal.err().lines().findFirst().orElseThrow())
        .isEqualTo(
            document
                + ": facts 2, guesses among them 2, lines with figures that were not understood 1");
    assertThat(terminal.err()).contains("shop.md:7: Frobnication level: 42 (");
  }

  @Test
  void aModelIsNotWrittenOverUnlessForced() throws IOException {
    Path model = Files.writeString(directory.resolve("shop.yaml"), "mine\n");
    assertThat(terminal.run("import", document, "-o", model.toString())).isEqualTo(2);
    assertThat(terminal.err()).isEqualTo(model + " is there already; --force writes over it\n");
    assertThat(Files.readString(model)).isEqualTo("mine\n");
    assertThat(terminal.run("import", document, "-o", model.toString(), "--force")).isZero();
    assertThat(terminal.out()).isEmpty();
    assertThat(Files.readString(model)).startsWith("# A draft, read from ");
  }

  @Test
  void aDocumentIsCheckedAsItIs() throws IOException {
    terminal.run("check", document, "--format", "json");
    JsonNode claims = new ObjectMapper().readTree(terminal.out()).path("claims");
    assertThat(claims.findValuesAsText("where")).contains(document + ":5", document + ":6");
    assertThat(claims.findValuesAsText("verdict")).containsOnly("input");
  }

  @Test
  void whatIsNoDocumentIsRefused() throws IOException {
    Path binary = Files.write(directory.resolve("shop.md"), new byte[] {'a', 0, 'b'});
    assertThat(terminal.run("import", binary.toString())).isEqualTo(2);
    assertThat(terminal.err())
        .isEqualTo(
            binary + ":1: a NUL byte, so this is no text; name a text file saved as UTF-8\n");
    assertThat(terminal.run("import", directory.resolve("none.md").toString())).isEqualTo(2);
    assertThat(terminal.err()).contains("none.md' is neither a file nor one of the built-in");
  }
}
