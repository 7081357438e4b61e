package dev.loadline.lab.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class UsageTest {

  @Test
  void aNameWithSpacesAndBracketsMovesNothing() {
    assertThat(Usage.cpuMillis("4242 (a) b (c) S 1 1 1 0 -1 4194304 100 0 0 0 250 50 0 0 20 0 9 0"))
        .isEqualTo(3000);
  }

  @Test
  void residentMemoryIsToldInKilobytes() {
    assertThat(Usage.residentMib("Name:\tjava\nVmHWM:\t  9 kB\nVmRSS:\t   51200 kB\n"))
        .isEqualTo(50);
    assertThat(Usage.residentMib("Name:\tjava\n")).isNaN();
  }

  @Test
  void anAgentTellsWhatMatchedWhatIsBrokenAndItsErrors() throws IOException {
    AgentStatus status =
        AgentStatus.parse(
            """
            {"probes": [{"name": "tomcat", "state": "matched", "broken": null},
                        {"name": "jetty", "state": "absent", "broken": null},
                        {"name": "druid", "state": "broken", "broken": {"class": "a.B"}}],
             "hooks": [{"name": "x", "errors": 2}, {"name": "y", "errors": 3}]}
            """);
    assertThat(status.matched()).containsExactly("tomcat");
    assertThat(status.broken()).containsExactly("druid {\"class\":\"a.B\"}");
    assertThat(status.errors()).isEqualTo(5);
    assertThatThrownBy(() -> AgentStatus.parse("not JSON")).isInstanceOf(IOException.class);
  }
}
