package dev.loadline.advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are shown is what they get; long lines are cut short and end in an ellipsis. */
class DocsTest {
  private static final String CUT = "…";

  @TempDir Path directory;
  private final Terminal terminal = new Terminal();

  private static String block(String file, String kind, String beginning) throws IOException {
    Matcher block =
        Pattern.compile("```" + kind + "\n(" + Pattern.quote(beginning) + ".*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("..", file)));
    assertThat(block.find()).describedAs("%s in %s", beginning, file).isTrue();
    return block.group(1);
  }

  private void isPrinted(String shown, String name) {
    List<String> lines = plain(terminal.out().replace(directory + "/", "")).toList();
    plain(shown)
        .filter(line -> !line.equals(CUT))
        .forEach(line -> assertThat(lines).describedAs(name).anyMatch(is(line)));
  }

  /** Lines without what aligns them. */
  private static Stream<String> plain(String text) {
    return text.lines().map(line -> line.strip().replaceAll(" +", " "));
  }

  private static Predicate<String> is(String line) {
    return line.endsWith(CUT)
        ? printed -> printed.startsWith(line.substring(0, line.length() - 1).strip())
        : line::equals;
  }

  @Test
  void theExampleOfAModelGivesWhatTheTextSays() throws IOException {
    Path model =
        Files.writeString(
            directory.resolve("shop.yaml"), block("docs/models.md", "yaml", "model: shop"));
    assertThat(terminal.run("check", model.toString(), "--ledger")).isEqualTo(1);
    isPrinted(block("docs/models.md", "text", "shop"), "docs/models.md");
  }

  @Test
  void theReadmeShowsWhatCheckSays() throws IOException {
    assertThat(terminal.run("check", "capsules", "--ledger")).isEqualTo(1);
    isPrinted(
        block(
            "README.md",
            "text",
            "capsules  One backend instance with the default SQLAlchemy connection pool, no cache, a rate limit per client address\n\ninput"),
        "README.md");
  }

  @Test
  void theReadmeShowsWhatPlanSays() throws IOException {
    assertThat(
            terminal.run("plan", "capsules", "--set", "pool.size=20", "--set", "pool.overflow=30"))
        .isZero();
    isPrinted(
        block(
            "README.md",
            "text",
            "capsules  One backend instance with the default SQLAlchemy connection pool, no cache, a rate limit per client address\n\nchange"),
        "README.md");
  }
}
