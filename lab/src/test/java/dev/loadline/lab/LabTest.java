package dev.loadline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabTest {
  @Test
  void demoIsTheDefault() {
    assertThat(Lab.withDefault(new String[] {})).containsExactly("demo");
    assertThat(Lab.withDefault(new String[] {"--prove"})).containsExactly("demo", "--prove");
    assertThat(Lab.withDefault(new String[] {"bench", "borrow"}))
        .containsExactly("bench", "borrow");
    assertThat(Lab.withDefault(new String[] {"--help"})).containsExactly("--help");
  }

  @Test
  void everyCommandIsFound() {
    assertThat(Lab.commandLine().getSubcommands())
        .containsOnlyKeys("bench", "demo", "loaders", "race", "starts", "suites", "truth");
  }
}
