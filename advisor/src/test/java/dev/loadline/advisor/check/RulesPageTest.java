package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesPageTest {

  @Test
  void thePageIsWhatTheRulesSayOfThemselves() throws IOException {
    assertThat(Files.readString(Path.of("../docs/rules.md"))).isEqualTo(RulesPage.markdown());
  }

  @Test
  void everyRuleHasANameOfItsOwn() {
    assertThat(Report.rules()).extracting(Rule::name).doesNotHaveDuplicates();
  }
}
