package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** PHP-FPM: three children busy, one connection that waits. */
class PhpFpmTest {
  @Test
  void version82() {
    Exposed exposed = Exposed.in("php-fpm-8.2.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            workers/php-fpm acquired = 10.0 (php-fpm)
            workers/php-fpm in_use = 3.0 (php-fpm)
            workers/php-fpm waiting = 1.0 (php-fpm)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
