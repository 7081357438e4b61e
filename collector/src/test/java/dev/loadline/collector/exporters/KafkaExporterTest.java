package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Kafka through kafka_exporter: 13 messages in two partitions that a group has not taken. */
class KafkaExporterTest {
  @Test
  void version19() {
    Exposed exposed = Exposed.in("kafka_exporter-1.9.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            queue/billing/orders acquired = 20.0 (kafka_exporter)
            queue/billing/orders waiting = 13.0 (kafka_exporter)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void kafkaLagExporter() {
    assertThat(
            Exposed.of(
                    """
                    kafka_consumergroup_group_lag{cluster_name="c",group="billing",topic="orders",partition="0"} 6
                    kafka_consumergroup_group_lag{cluster_name="c",group="billing",topic="orders",partition="1"} -1
                    kafka_consumergroup_group_lag_seconds{cluster_name="c",group="billing",topic="orders",partition="0"} 2
                    """)
                .signals())
        .isEqualTo("queue/billing/orders waiting = 6.0 (kafka_exporter)\n");
  }
}
