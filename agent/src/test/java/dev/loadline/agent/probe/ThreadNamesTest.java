package dev.loadline.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadNamesTest {

  @ParameterizedTest
  @CsvSource({
    "orders-pool-1-thread-7, orders-pool-1-thread",
    "http-nio-8080-exec-12, http-nio-8080-exec",
    "worker #3, worker",
    "main, main",
    "42, unnamed"
  })
  void theNumberAtTheEndIsLeftOut(String name, String prefix) {
    assertThat(ThreadNames.prefix(name)).isEqualTo(prefix);
  }
}
