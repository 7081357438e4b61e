package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesPageTest {

  @Test
  void thePageIsWhatTheRulesSayOfThemselves() throws IOException {
    assertThat(Files.readString(Path.of("../docs/rules.md")))
        .describedAs("java -jar loadline.jar models --rules > docs/rules.md")
        .isEqualTo(RulesPage.markdown());
  }

  @ParameterizedTest
  @MethodSource("dev.loadline.advisor.check.Report#rules")
  void everyRuleIsFinalAndHasItsTest(Rule rule) {
    assertThat(rule.getClass()).isFinal();
    assertThatCode(() -> Class.forName(rule.getClass().getName() + "Test"))
        .doesNotThrowAnyException();
  }

  @Test
  void everyRuleHasANameOfItsOwn() {
    assertThat(Report.rules()).extracting(Rule::name).doesNotHaveDuplicates();
  }
}
