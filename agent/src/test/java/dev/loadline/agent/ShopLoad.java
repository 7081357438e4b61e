package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowingConsumer;

/** Known requests to the shop of the tests' applications, and what must be measured of them. */
final class ShopLoad {

  private static final Pattern PORT = Pattern.compile("port (\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient.Version version;
  private final ChildJvm jvm;
  private final String library;
  private final String address;
  private final HttpClient client = HttpClient.newHttpClient();

  ShopLoad(ChildJvm jvm, String library) throws IOException {
    this(jvm, library, HttpClient.Version.HTTP_1_1);
  }

  ShopLoad(ChildJvm jvm, String library, HttpClient.Version version) throws IOException {
    this.version = version;
    this.jvm = jvm;
    this.library = library;
    Matcher port = PORT.matcher(jvm.out());
    assertThat(port.find()).as(jvm.out() + jvm.err()).isTrue();
    address = "http://127.0.0.1:" + port.group(1);
  }

  int port() {
    return URI.create(address).getPort();
  }

  private CompletableFuture<HttpResponse<String>> ask(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path)).version(version).build();
    return client.sendAsync(request, BodyHandlers.ofString());
  }

  List<CompletableFuture<HttpResponse<String>>> ask(int times, String path) {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      answers.add(ask(path));
    }
    return answers;
  }

  /** Opens a WebSocket. */
  WebSocket webSocket(String path) {
    return client
        .newWebSocketBuilder()
        .buildAsync(URI.create(address.replace("http:", "ws:") + path), new WebSocket.Listener() {})
        .join();
  }

  /** Asks so many times, one after the other. */
  void answered(int times, String path, int status) {
    for (int i = 0; i < times; i++) {
      assertThat(ask(path).join().statusCode()).as(path).isEqualTo(status);
    }
  }

  /** Thirteen requests, of which five are turned away and one takes two turns. */
  void known() {
    answered(5, "/shop/1", 200);
    answered(2, "/shop/2?spring=1", 200);
    answered(3, "/shop/3?status=429", 429);
    answered(2, "/shop/4?status=503", 503);
    answered(1, "/again", 200);
    awaiting(
        metrics -> {
          assertThat(requests(metrics, "acquired_total")).isEqualTo(13);
          assertThat(requests(metrics, "rejected_total")).isEqualTo(5);
          assertThat(requests(metrics, "in_use")).isZero();
          assertThat(route(metrics, "/shop/{id}", 200)).isEqualTo(2);
          assertThat(route(metrics, "/shop/*", 429)).isEqualTo(3);
          assertThat(route(metrics, "/shop/*", 503)).isEqualTo(2);
          assertThat(metrics).doesNotContain("/shop/1", "/shop/again");
        });
  }

  /**
   * Two requests leave their threads, and others hold theirs; more than there are wait.
   *
   * @param threads how many the server has
   * @param workers the labels of the server's threads
   */
  void held(int held, Path release, int threads, String workers) throws IOException {
    held(held, release, threads, workers, Math.min(held, threads));
  }

  /**
   * The same of a server to which a request has arrived before a thread is free for it.
   *
   * @param arrived how many of those held count as requests in flight
   */
  void held(int held, Path release, int threads, String workers, int arrived) throws IOException {
    int busy = Math.min(held, threads);
    List<CompletableFuture<HttpResponse<String>>> open = new ArrayList<>(ask(2, "/later"));
    awaiting(
        metrics -> {
          assertThat(requests(metrics, "in_use")).isEqualTo(2);
          assertThat(sample(metrics, "loadline_resource_in_use" + workers)).isZero();
          assertThat(requests(metrics, "acquired_total")).isEqualTo(13);
        });
    open.addAll(ask(held, "/held/1"));
    awaiting(
        metrics -> {
          assertThat(sample(metrics, "loadline_resource_limit" + workers)).isEqualTo(threads);
          assertThat(sample(metrics, "loadline_resource_in_use" + workers)).isEqualTo(busy);
          assertThat(sample(metrics, "loadline_resource_waiting" + workers)).isEqualTo(held - busy);
          assertThat(requests(metrics, "in_use")).isEqualTo(2 + arrived);
        });
    Files.createFile(release);
    open.forEach(CompletableFuture::join);
    awaiting(
        metrics -> {
          assertThat(requests(metrics, "acquired_total")).isEqualTo(13 + 2 + held);
          assertThat(requests(metrics, "in_use")).isZero();
          assertThat(route(metrics, "/later", 202)).isEqualTo(2);
          assertThat(route(metrics, "/held/*", 200)).isEqualTo(held);
          assertThat(sample(metrics, "loadline_resource_in_use" + workers)).isZero();
          assertThat(metrics).contains("loadline_agent_untracked_holds_total 0.0");
          assertThat(metrics).doesNotContain("loadline_agent_hook_errors_total{");
        });
  }

  /** Waits until the figures are so. */
  void awaiting(ThrowingConsumer<String> facts) {
    awaiting(PATIENCE, facts);
  }

  /** Waits no longer than that until the figures are so. */
  void awaiting(Duration patience, ThrowingConsumer<String> facts) {
    await().atMost(patience).untilAsserted(() -> facts.accept(jvm.metrics()));
  }

  double requests(String metrics, String family) {
    String labels = "{kind=\"requests\",resource=\"http\",library=\"" + library + "\"";
    return sample(metrics, "loadline_resource_" + family + labels);
  }

  /** So many WebSockets are open, by the name that they have together. */
  void sockets(String resource, int open) {
    String labels = "{kind=\"sockets\",resource=\"" + resource + "\",library=\"" + library + "\"";
    awaiting(
        metrics ->
            assertThat(sample(metrics, "loadline_resource_in_use" + labels)).isEqualTo(open));
  }

  double route(String metrics, String route, int status) {
    return sample(
        metrics,
        "http_server_request_duration_seconds_count{http_request_method=\"GET\",http_route=\""
            + route
            + "\",http_response_status_code=\""
            + status
            + "\",library=\""
            + library);
  }
}
