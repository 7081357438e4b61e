package dev.loadline.advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each is refused at once, with one clear error. */
@Timeout(5)
class BadFilesTest {
  @TempDir Path directory;
  private final Terminal terminal = new Terminal();

  private void refused(byte[] content, String error) throws IOException {
    Path file = Files.write(directory.resolve("bad.yaml"), content);
    assertThat(terminal.run("check", file.toString())).isEqualTo(2);
    assertThat(terminal.err().replace(file.toString(), "bad.yaml")).isEqualTo(error + "\n");
    assertThat(terminal.out()).isEmpty();
  }

  private void refused(String content, String error) throws IOException {
    refused(content.getBytes(StandardCharsets.UTF_8), error);
  }

  @Test
  void anEmptyFile() throws IOException {
    refused("", "bad.yaml is empty");
    refused("\n  \n# nothing\n", "bad.yaml:1: the file is empty");
  }

  @Test
  void nulBytes() throws IOException {
    refused(
        "model: a\n\0\n",
        "bad.yaml:2: a NUL byte, so this is no text; name a text file saved as UTF-8");
  }

  @Test
  void aBinary() throws IOException {
    refused(
        new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0},
        "bad.yaml:1: a NUL byte, so this is no text; name a text file saved as UTF-8");
    refused(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n'},
        "bad.yaml:1: not UTF-8; save the file as UTF-8");
  }

  @Test
  void anotherEncoding() throws IOException {
    refused(
        "model: a\ndocument: Größe\n".getBytes(StandardCharsets.ISO_8859_1),
        "bad.yaml:2: not UTF-8; save the file as UTF-8");
    refused(
        "model: a\n".getBytes(StandardCharsets.UTF_16),
        "bad.yaml:1: a NUL byte, so this is no text; name a text file saved as UTF-8");
  }

  @Test
  void aLineOfAHundredMegabytes() throws IOException {
    Path file = directory.resolve("line.yaml");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100_000_000);
    }
    assertThat(terminal.run("check", file.toString())).isEqualTo(2);
    assertThat(terminal.err())
        .isEqualTo(file + " is larger than 3 MiB (100,000,000 bytes); split the file\n");
  }

  @Test
  void aLineOfThreeMegabytes() throws IOException {
    refused(
        "model: " + "a".repeat(3_000_000),
        "bad.yaml:1: missing key 'document' at the top level; it takes text");
  }

  @Test
  void aBomb() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String all = ("*a" + (i - 1) + ", ").repeat(9);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, all.substring(0, all.length() - 2)));
    }
    refused(bomb.toString(), "bad.yaml:4: more than 20 aliases; write the values out");
  }

  @Test
  void nestedAHundredThousandDeep() throws IOException {
    refused("[".repeat(100_000), "bad.yaml:1: nested deeper than 32 levels; flatten it");
    refused("- ".repeat(100_000) + "x", "bad.yaml:1: nested deeper than 32 levels; flatten it");
    refused(
        "claims: [{formula: " + "(".repeat(1_900) + "}]",
        "bad.yaml:1: missing key 'model' at the top level; it takes text\n"
            + "bad.yaml:1: missing key 'document' at the top level; it takes text\n"
            + "bad.yaml:1: missing key 'id' under claims[0]; it takes text\n"
            + "bad.yaml:1: missing key 'kind' under claims[0]; it takes one of input, derived, claim,"
            + " advice, gap, signal\n"
            + "bad.yaml:1: missing key 'quantity' under claims[0]; it takes text\n"
            + "bad.yaml:1: missing key 'says' under claims[0]; it takes text");
  }

  @Test
  void duplicateKeys() throws IOException {
    refused(
        "model: a\ndocument: b\nmodel: c\n",
        "bad.yaml:3: duplicate key 'model' at the top level, first on line 1; keep one");
  }

  @Test
  void moreProblemsThanAnybodyReads() throws IOException {
    StringBuilder many = new StringBuilder("model: a\ndocument: b\n");
    for (int i = 0; i < 250_000; i++) {
      many.append('k').append(i).append(": 1\n");
    }
    Path file = Files.writeString(directory.resolve("many.yaml"), many);
    assertThat(terminal.run("check", file.toString())).isEqualTo(2);
    assertThat(terminal.err().lines()).hasSize(21);
    assertThat(terminal.err()).contains("many.yaml:22: unknown key 'k19' at the top level");
    assertThat(terminal.err()).endsWith("\nand 249,980 more\n");
  }

  @Test
  void duplicatesOfOneKey() throws IOException {
    StringBuilder error = new StringBuilder();
    for (int line = 3; line < 23; line++) {
      error.append(
          "bad.yaml:%d: duplicate key 'model' at the top level, first on line 1; keep one\n"
              .formatted(line));
    }
    refused("model: a\ndocument: b\n" + "model: a\n".repeat(60_000), error + "and 59,980 more");
  }

  @Test
  void tooManyClaims() throws IOException {
    StringBuilder many = new StringBuilder("model: a\ndocument: b\nclaims:\n");
    for (int i = 0; i < 2_001; i++) {
      many.append("  - {id: c%d, kind: input, quantity: q, stated: 5, says: x}\n".formatted(i));
    }
    refused(
        many.toString(),
        "bad.yaml:3: 2,001 claims; a model states at most 2,000: split the document into several"
            + " models");
  }

  @Test
  void tooManyManifests() throws IOException {
    Path file = directory.resolve("many.yaml");
    String one = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n---\n";
    Files.writeString(file, one.repeat(2_001));
    assertThat(terminal.run("check", "--ledger", file.toString())).isEqualTo(2);
    assertThat(terminal.err())
        .isEqualTo(file + ":8001: more than 2,000 documents; split the file\n");
  }

  @Test
  void aDocumentWithoutFigures() throws IOException {
    Path file = Files.writeString(directory.resolve("bomb.md"), "a0: &a0 [x, x]\n");
    for (String command : new String[] {"check", "plan", "import"}) {
      assertThat(terminal.run(command, file.toString())).as(command).isEqualTo(2);
      assertThat(terminal.err())
          .endsWith("no figure was understood in " + file + "; is it a capacity document?\n");
    }
  }

  @Test
  void whatNeedsNoImport() throws IOException {
    Path yaml = Files.writeString(directory.resolve("a.yml"), "model: a\ndocument: 5 pools\n");
    Path json = Files.writeString(directory.resolve("a.json"), "{\"model\": \"a\"}");
    assertThat(terminal.run("import", yaml.toString())).isEqualTo(2);
    assertThat(terminal.err()).isEqualTo(yaml + " is YAML already; check reads it as it is\n");
    assertThat(terminal.run("import", json.toString())).isEqualTo(2);
    assertThat(terminal.err()).endsWith(json + " is JSON already; check reads it as it is\n");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void whatIsNoFile() {
    assertThat(terminal.run("check", directory.resolve("none.yaml").toString())).isEqualTo(2);
    assertThat(terminal.err()).contains("none.yaml' is neither a file nor one of the built-in");
    assertThat(terminal.run("check", "a\0b")).isEqualTo(2);
    assertThat(terminal.err()).contains("document 'a\\u0000b' is neither a file nor one of");
    assertThat(terminal.run("check", "/dev/zero")).isEqualTo(2);
    assertThat(terminal.err()).isEqualTo("/dev/zero is a device or a pipe; name a file\n");
  }

  @Test
  void aMarkAtTheBeginningDoesNoHarm() throws IOException {
    Path file =
        Files.writeString(directory.resolve("mark.yaml"), "\uFEFFmodel: a\ndocument: nothing\n");
    assertThat(terminal.run("check", file.toString())).isZero();
    assertThat(terminal.out()).isEqualTo("a  nothing\n\n0 claims; no findings\n");
  }
}
