package dev.loadline.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.collector.exposition.MalformedException;
import org.junit.jupiter.api.Test;

class ParseBenchTest {

  @Test
  void thePageHasAThousandSamplesOf165Kilobytes() throws MalformedException {
    assertThat(ParseBench.PAGE.length).isBetween(160_000, 170_000);
    assertThat(new ParseBench().nothingWanted()).isEqualTo(50);
    assertThat(new ParseBench().everythingWanted()).isEqualTo(50 + 1_000 * 6);
  }

  @Test
  void thePageIsTheSameEveryTime() {
    assertThat(ParsePage.text()).isEqualTo(ParsePage.text());
  }
}
