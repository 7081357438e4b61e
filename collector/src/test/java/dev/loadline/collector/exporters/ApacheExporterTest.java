package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Apache httpd: three threads busy with requests and one with the status. */
class ApacheExporterTest {
  @Test
  void version012() {
    Exposed exposed = Exposed.in("apache_exporter-0.12.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            workers/apache hold.count = 5.0 (apache)
            workers/apache hold.sum = 0.017 (apache)
            workers/apache in_use = 4.0 (apache)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
