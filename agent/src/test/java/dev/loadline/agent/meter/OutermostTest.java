package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutermostTest {

  private final Outermost outermost = new Outermost();

  @Test
  void aNestedCallIsNotMeasuredAgain() {
    assertThat(outermost.enter(7)).isTrue();
    assertThat(outermost.enter(7)).isFalse();
    outermost.exit(7);
    assertThat(outermost.enter(7)).isTrue();
  }

  @Test
  void threadsDoNotHinderEachOther() {
    for (long thread = 1; thread <= 200; thread++) {
      assertThat(outermost.enter(thread)).isTrue();
    }
    outermost.clear();
    assertThat(outermost.enter(1)).isTrue();
  }
}
