package dev.loadline.advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/** What people are told to copy into their pipelines. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("../docs/examples");

  private static String text(String file) throws IOException {
    return Files.readString(EXAMPLES.resolve(file));
  }

  private static Map<?, ?> yaml(String file) throws IOException {
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text(file));
  }

  private static Object at(Object tree, Object... path) {
    Object found = tree;
    for (Object key : path) {
      Object inner =
          key instanceof Integer index
              ? ((List<?>) found).get(index)
              : ((Map<?, ?>) found).get(key);
      found = Objects.requireNonNull(inner, () -> key + " of " + List.of(path));
    }
    return found;
  }

  private static Set<String> optionsOfCheck() {
    CommandLine check =
        Objects.requireNonNull(Loadline.commandLine().getSubcommands().get("check"));
    return check.getCommandSpec().optionsMap().keySet();
  }

  @Test
  void theActionRunsCheckWithOptionsThatThereAre() throws IOException {
    Map<?, ?> action = yaml("action/action.yml");
    assertThat(at(action, "runs", "using")).isEqualTo("composite");
    String script = (String) at(action, "runs", "steps", 0, "run");
    assertThat(at(action, "runs", "steps", 0, "shell")).isEqualTo("bash");
    assertThat(script).contains("java -jar \"$JAR\" check ").doesNotContain("${{");
    Matcher option = Pattern.compile("--[a-z-]+").matcher(script);
    while (option.find()) {
      assertThat(optionsOfCheck()).contains(option.group());
    }
  }

  @Test
  void theWorkflowGivesTheActionWhatItTakes() throws IOException {
    Map<?, ?> inputs = (Map<?, ?>) at(yaml("action/action.yml"), "inputs");
    Map<?, ?> given = (Map<?, ?>) at(yaml("workflow.yml"), "jobs", "check", "steps", 2, "with");
    assertThat(inputs.keySet().containsAll(given.keySet())).isTrue();
    assertThat(given.containsKey("jar")).isTrue();
    assertThat(given.containsKey("files")).isTrue();
  }

  @Test
  void theHookRunsCheckOnDocuments() throws IOException {
    Object hook = at(yaml("pre-commit/.pre-commit-config.yaml"), "repos", 0, "hooks", 0);
    assertThat((String) at(hook, "entry")).contains(" check \"$@\"");
    Pattern files = Pattern.compile((String) at(hook, "files"));
    assertThat(files.matcher("docs/capacity/orders.yaml").find()).isTrue();
    assertThat(files.matcher("src/Main.java").find()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"action/action.yml", "workflow.yml", "pre-commit/.pre-commit-config.yaml"})
  void nothingIsDownloaded(String file) throws IOException {
    assertThat(text(file)).doesNotContain("http").doesNotContain("curl").doesNotContain("wget");
  }
}
