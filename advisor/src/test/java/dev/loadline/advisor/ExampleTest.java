package dev.loadline.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.cli.LoadlineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people are told to copy. */
class ExampleTest {
  private static final Pattern CONFIGURATION =
      Pattern.compile("```yaml\n( *)(roles:.*?)```", Pattern.DOTALL);

  @Test
  void theConfigurationInTheReadmeWorks() throws IOException {
    Matcher example = CONFIGURATION.matcher(Files.readString(Path.of("../README.md")));
    assertThat(example.find()).isTrue();
    String text = example.group(2).replace("\n" + example.group(1), "\n");

    LoadlineSettings settings = LoadlineSettings.parse("README.md", text);

    assertThat(settings.services()).containsOnlyKeys("orders");
    assertThat(settings.notifiers()).hasSize(2);
  }

  @Test
  void theConfigurationBesideTheImagesWorks() throws IOException {
    LoadlineSettings settings =
        LoadlineSettings.parse(
            "loadline.yaml", Files.readString(Path.of("../docker/loadline.yaml")));

    assertThat(settings.listen()).hasToString("0.0.0.0:8686");
    assertThat(settings.services()).containsOnlyKeys("orders");
  }
}
