package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.collector.catalogue.Dropped;
import org.junit.jupiter.api.Test;

/** Node.js through prom-client, express-prom-bundle and a gauge for Socket.IO: five clients. */
class PromClientTest {
  @Test
  void version151() {
    Exposed exposed = Exposed.in("prom-client-15.1.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/process in_use_seconds = 0.387567 (process)
            descriptors/process in_use = 34.0 (process)
            descriptors/process limit = 20000.0 (process)
            memory/heap in_use = 1.6332904E7 (prom-client)
            memory/process in_use = 7.8680064E7 (process)
            requests/http hold.count {method=GET, route=/nowhere, status=404} = 1.0 (http)
            requests/http hold.count {method=GET, route=/orders/:id, status=200} = 9.0 (http)
            requests/http hold.count {method=GET, route=/orders/:id, status=404} = 1.0 (http)
            requests/http hold.count {method=POST, route=/orders, status=200} = 2.0 (http)
            requests/http hold.sum {method=GET, route=/nowhere, status=404} = 0.001262981 (http)
            requests/http hold.sum {method=GET, route=/orders/:id, status=200} = 0.198071353 (http)
            requests/http hold.sum {method=GET, route=/orders/:id, status=404} = 0.00141038 (http)
            requests/http hold.sum {method=POST, route=/orders, status=200} = 0.251051687 (http)
            sockets/node in_use = 13.0 (prom-client)
            sockets/socketio in_use = 5.0 (socketio)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void theDelayOfAnIdleLoopIsThatOfTheTimer() {
    assertThat(Exposed.in("prom-client-15.1.txt").recognition().dropped())
        .contains(
            new Dropped(
                "nodejs_eventloop_lag_p50_seconds",
                "includes the 10 ms of the timer that measures it, and no signal takes a delay"
                    + " that is not a histogram"));
  }

  @Test
  void aForerunnerOfSocketIo() {
    assertThat(Exposed.of("socket_io_connected{namespace=\"/chat\"} 3\n").signals())
        .isEqualTo("sockets/socketio/chat in_use = 3.0 (socketio)\n");
  }

  @Test
  void utilisationOfNewerVersions() {
    assertThat(Exposed.of("nodejs_eventloop_utilization 0.25\n").signals())
        .isEqualTo("event-loop/node utilisation = 0.25 (prom-client)\n");
  }
}
