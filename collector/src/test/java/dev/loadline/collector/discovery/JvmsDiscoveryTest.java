package dev.loadline.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JvmsDiscoveryTest {
  private final Vertx vertx = Vertx.vertx();
  private volatile String status = "{\"service\":\"orders\",\"pid\":41}";
  private volatile boolean silent;
  private final AtomicInteger asked = new AtomicInteger();
  private final HttpServer agent =
      vertx
          .createHttpServer()
          .requestHandler(
              request -> {
                asked.incrementAndGet();
                if (!silent) {
                  request
                      .response()
                      .setStatusCode(request.path().equals("/agent/status") ? 200 : 404)
                      .end(status);
                }
              })
          .listen(0, "127.0.0.1")
          .await();
  private final int port = agent.actualPort();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void anAgentTellsItsServiceAndAnotherProcessIsAnotherInstance() throws Exception {
    try (Found found = found()) {
      await().until(() -> found.targets().contains(target("orders", 41)));
      status = "{\"service\":\"orders\",\"pid\":42}";

      await().until(() -> found.targets().contains(target("orders", 42)));
      assertThat(found.targets()).doesNotContain(target("orders", 41));
    }
  }

  @Test
  void anAgentThatEndsIsGone() throws Exception {
    try (Found found = found()) {
      await().until(() -> found.targets().contains(target("orders", 41)));
      agent.close().await();

      await().until(() -> !found.targets().contains(target("orders", 41)));
    }
  }

  @Test
  void anAgentThatStandsStillStays() throws Exception {
    try (Found found = found()) {
      await().until(() -> found.targets().contains(target("orders", 41)));
      silent = true;
      int before = asked.get();

      await().until(() -> asked.get() >= before + 3);
      assertThat(found.targets()).contains(target("orders", 41));
    }
  }

  @Test
  void whoeverElseAnswersIsNone() throws Exception {
    status = "<html>";
    try (Found found = found()) {
      await().until(found::heard);

      assertThat(found.targets()).noneMatch(each -> each.contains(":" + port));
    }
  }

  @Test
  void tooManyPortsAreRefused() {
    assertThatThrownBy(() -> Found.settings("jvms: {first_port: 1, last_port: 1000}"))
        .hasMessageContaining("at most 200 ports are asked");
  }

  private String target(String service, int pid) {
    return "%s %d@127.0.0.1:%d http://127.0.0.1:%d/metrics".formatted(service, pid, port, port);
  }

  private Found found() {
    return Found.by(
        vertx,
        "jvms: {first_port: %d, last_port: %d, interval: 1s, timeout: 1s}".formatted(port, port));
  }
}
