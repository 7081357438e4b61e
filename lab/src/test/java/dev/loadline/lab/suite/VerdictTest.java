package dev.loadline.lab.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static Verdict verdict(List<String> broken, boolean inTime, String trouble) {
    return new Verdict(
        "s", 17, Mode.AGENT, 9, 9, broken, List.of("flaky"), inTime, trouble, List.of());
  }

  @Test
  void aFlakyTestIsNoBreach() {
    assertThat(verdict(List.of(), true, "").holds()).isTrue();
  }

  @Test
  void aBrokenTestLostTimeAndTroubleOfTheAgentAre() {
    assertThat(verdict(List.of("a"), true, "").word()).isEqualTo("breaks tests");
    assertThat(verdict(List.of(), false, "").word()).isEqualTo("over its time");
    assertThat(verdict(List.of(), true, "no probe matched").word()).isEqualTo("no probe matched");
  }

  @Test
  void modesGiveTheAgentWhatItNeeds() {
    java.nio.file.Path agent = java.nio.file.Path.of("agent.jar");
    assertThat(Mode.BARE.options(agent)).isEmpty();
    assertThat(Mode.AGENT.options(agent)).containsExactly("-javaagent:agent.jar=port=0");
    assertThat(Mode.EXIT.options(agent))
        .containsExactly("-Dloadline.fault=exit", "-javaagent:agent.jar=port=0");
  }
}
