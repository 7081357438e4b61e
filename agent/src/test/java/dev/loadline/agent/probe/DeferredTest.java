package dev.loadline.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeferredTest {

  private final Deferred deferred = new Deferred();

  @Test
  void aClassWaitsForItsOwnTriggerAndIsToldOnce() {
    deferred.add("lib.One", "lib.First$Use");
    deferred.add("lib.Other", "lib.Second");
    assertThat(deferred.take()).isEmpty();
    deferred.loaded("lib/First");
    assertThat(deferred.take()).isEmpty();
    deferred.loaded("lib/First$Use");
    deferred.loaded("lib/First$Use");
    assertThat(deferred.take()).containsExactly("lib.One");
    assertThat(deferred.take()).isEmpty();
  }

  @Test
  void aClassWithTwoHooksIsToldOnce() {
    deferred.add("lib.One", "lib.First");
    deferred.add("lib.One", "lib.First");
    deferred.loaded("lib/First");
    assertThat(deferred.take()).containsExactly("lib.One");
    deferred.loaded("lib/First");
    assertThat(deferred.take()).isEmpty();
  }
}
