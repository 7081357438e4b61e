package dev.loadline.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpDiscoveryTest {
  private static final String LIST = "[{\"targets\":[\"a:1\"],\"labels\":{\"job\":\"a\"}}]";
  private static final List<String> ONE = List.of("a a:1 http://a:1/metrics");

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger elsewhere = new AtomicInteger();
  private volatile Consumer<HttpServerResponse> answer = response -> response.end(LIST);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void anEmptyListIsObeyed() throws Exception {
    try (Found found = found()) {
      await().until(() -> found.targets().equals(ONE));
      answer = response -> response.end("[]");

      await().until(() -> found.targets().isEmpty());
      assertThat(found.reason()).isEmpty();
    }
  }

  @Test
  void aFailureKeepsTheLastListAndSaysWhy() throws Exception {
    fails(response -> response.setStatusCode(500).end("[]"), "answered 500");
  }

  @Test
  void halfAListIsNone() throws Exception {
    fails(response -> response.end(LIST.substring(0, 30)), "not YAML");
  }

  @Test
  void somethingElseThanAListIsNone() throws Exception {
    fails(response -> response.end("{}"), "a list of groups is wanted");
  }

  @Test
  void anEndlessAnswerIsCut() throws Exception {
    fails(
        response -> {
          response.setChunked(true);
          endless(response);
        },
        "more than 3145728 bytes");
  }

  @Test
  void silenceEnds() throws Exception {
    fails(response -> {}, "no whole answer within 1000 ms");
  }

  @Test
  void redirectsAreNotFollowed() throws Exception {
    int other =
        listen(
            response -> {
              elsewhere.incrementAndGet();
              response.end("[]");
            });
    fails(
        response ->
            response
                .setStatusCode(302)
                .putHeader("location", "http://127.0.0.1:" + other + "/")
                .end(),
        "answered 302");
    assertThat(elsewhere).hasValue(0);
  }

  @Test
  void onlyWebAddressesWithoutPasswordsAreTaken() {
    for (String url : List.of("file:///etc/passwd", "ftp://a/b", "http://me:secret@a/")) {
      assertThatThrownBy(() -> Found.settings("http: {url: \"" + url + "\"}"))
          .hasMessageContaining("without user and password")
          .hasMessageNotContaining("secret");
    }
  }

  private void fails(Consumer<HttpServerResponse> bad, String reason) throws Exception {
    try (Found found = found()) {
      await().until(() -> found.targets().equals(ONE));
      answer = bad;

      await().until(() -> found.failures() > 0);
      assertThat(found.targets()).isEqualTo(ONE);
      assertThat(found.reason()).startsWith("http://127.0.0.1:").contains(reason);

      answer = response -> response.end(LIST);
      await().until(() -> found.reason().isEmpty());
    }
  }

  private Found found() {
    int port = listen(response -> answer.accept(response));
    return Found.by(
        vertx, "http: {url: \"http://127.0.0.1:" + port + "/sd\", interval: 1s, timeout: 1s}");
  }

  private int listen(Consumer<HttpServerResponse> handler) {
    HttpServer server =
        vertx.createHttpServer().requestHandler(request -> handler.accept(request.response()));
    return server.listen(0, "127.0.0.1").await().actualPort();
  }

  private static void endless(HttpServerResponse response) {
    response.write(" ".repeat(20_000)).onSuccess(unused -> endless(response));
  }
}
