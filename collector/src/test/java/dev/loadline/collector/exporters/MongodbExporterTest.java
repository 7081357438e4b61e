package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** MongoDB through mongodb_exporter. */
class MongodbExporterTest {
  @Test
  void names() {
    Exposed exposed = Exposed.in("written/mongodb.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            server-connections/mongodb acquired = 911.0 (mongodb_exporter)
            server-connections/mongodb in_use = 37.0 (mongodb_exporter)
            server-connections/mongodb limit = 51200.0 (mongodb_exporter derived)
            workers/mongodb-read in_use = 3.0 (mongodb_exporter)
            workers/mongodb-read limit = 128.0 (mongodb_exporter)
            workers/mongodb-read waiting = 0.0 (mongodb_exporter)
            workers/mongodb-write in_use = 7.0 (mongodb_exporter)
            workers/mongodb-write limit = 16.0 (mongodb_exporter)
            workers/mongodb-write waiting = 2.0 (mongodb_exporter)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void namesOfTheFirstVersion() {
    Exposed exposed = Exposed.in("written/mongodb-first-names.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            server-connections/mongodb in_use = 37.0 (mongodb_exporter)
            server-connections/mongodb limit = 51200.0 (mongodb_exporter derived)
            workers/mongodb-read in_use = 3.0 (mongodb_exporter)
            workers/mongodb-read limit = 128.0 (mongodb_exporter)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
