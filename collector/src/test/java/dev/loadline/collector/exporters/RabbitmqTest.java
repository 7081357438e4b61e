package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RabbitMQ: twelve messages of which three are in hand, and five that nobody takes. */
class RabbitmqTest {
  @Test
  void allQueuesAreOne() {
    Exposed exposed = Exposed.in("rabbitmq-3.10.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            descriptors/rabbitmq in_use = 43.0 (rabbitmq)
            descriptors/rabbitmq limit = 1024.0 (rabbitmq)
            memory/rabbitmq in_use = 1.4641152E8 (rabbitmq)
            memory/rabbitmq limit = 1.0110605721E10 (rabbitmq)
            queue/rabbitmq in_use = 3.0 (rabbitmq)
            queue/rabbitmq waiting = 14.0 (rabbitmq)
            server-connections/rabbitmq acquired = 2.0 (rabbitmq)
            server-connections/rabbitmq in_use = 2.0 (rabbitmq)
            sockets/rabbitmq in_use = 2.0 (rabbitmq)
            sockets/rabbitmq limit = 832.0 (rabbitmq)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void eachQueueByName() {
    Exposed exposed = Exposed.in("rabbitmq-3.10-per-object.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            descriptors/rabbitmq in_use = 43.0 (rabbitmq)
            descriptors/rabbitmq limit = 1024.0 (rabbitmq)
            memory/rabbitmq in_use = 1.4641152E8 (rabbitmq)
            memory/rabbitmq limit = 1.0110605721E10 (rabbitmq)
            queue/mails in_use = 0.0 (rabbitmq)
            queue/mails waiting = 5.0 (rabbitmq)
            queue/orders in_use = 3.0 (rabbitmq)
            queue/orders waiting = 9.0 (rabbitmq)
            server-connections/rabbitmq acquired = 2.0 (rabbitmq)
            server-connections/rabbitmq in_use = 2.0 (rabbitmq)
            sockets/rabbitmq in_use = 2.0 (rabbitmq)
            sockets/rabbitmq limit = 832.0 (rabbitmq)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void detailedQueues() {
    Exposed exposed = Exposed.in("rabbitmq-3.10-detailed.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            queue/mails in_use = 0.0 (rabbitmq)
            queue/mails waiting = 5.0 (rabbitmq)
            queue/orders in_use = 3.0 (rabbitmq)
            queue/orders waiting = 9.0 (rabbitmq)
            server-connections/rabbitmq acquired = 2.0 (rabbitmq)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
