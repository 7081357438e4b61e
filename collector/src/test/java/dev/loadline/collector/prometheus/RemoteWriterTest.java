package dev.loadline.collector.prometheus;

import static dev.loadline.collector.signal.SignalReaderContract.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.store.StoreException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A receiver that has its moods. */
class RemoteWriterTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<byte[]> received = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Runnable> atTheEnd = new ArrayDeque<>();

  @AfterEach
  void close() {
    atTheEnd.forEach(Runnable::run);
  }

  /** What the receiver says to the n-th request. */
  private record Reply(int status, String text) {}

  @Test
  void whatIsTakenIsAcknowledged() throws IOException {
    RemoteWriter writer = open(body -> new Reply(204, ""));

    writer.write(List.of(new Sample(LIMIT, 1, 15))).join();

    assertThat(received).containsExactly(WriteRequest.of(List.of(new Sample(LIMIT, 1, 15))));
    assertThat(meters.counter("loadline.store.samples").count()).isEqualTo(1);
  }

  @Test
  void itIsSentAgainWhileItIsNotTaken() throws IOException {
    int[] statuses = {500, 429, 503, 204};
    RemoteWriter writer = open(body -> new Reply(statuses[received.size() - 1], "not now"));

    writer.write(List.of(new Sample(LIMIT, 1, 15))).join();

    assertThat(received).hasSize(4).containsOnly(received.get(0));
    assertThat(meters.counter("loadline.store.retries").count()).isEqualTo(3);
  }

  @Test
  void whatIsRefusedIsDroppedWithItsReasonAndNotSentAgain() throws IOException {
    RemoteWriter writer = open(body -> new Reply(400, "out of bounds\nmore"));

    assertThatThrownBy(() -> writer.write(List.of(new Sample(LIMIT, 1, 15))).join())
        .hasCauseInstanceOf(StoreException.class)
        .hasMessageContaining("400 out of bounds")
        .hasMessageNotContaining("more");

    assertThat(received).hasSize(1);
    assertThat(meters.counter("loadline.store.refused", "reason", "receiver").count()).isEqualTo(1);
  }

  @Test
  void oneBadSampleTakesNoOtherWithIt() throws IOException {
    byte[] bad = WriteRequest.of(List.of(new Sample(LIMIT, 77, 77)));
    RemoteWriter writer =
        open(body -> contains(body, sampleOf(bad)) ? new Reply(400, "bad") : new Reply(204, ""));
    List<Sample> samples = IntStream.range(0, 100).mapToObj(i -> new Sample(LIMIT, i, i)).toList();

    assertThatThrownBy(() -> writer.write(samples).join()).hasMessageContaining("400 bad");

    assertThat(meters.counter("loadline.store.samples").count()).isEqualTo(99);
    assertThat(meters.counter("loadline.store.refused", "reason", "receiver").count()).isEqualTo(1);
  }

  @Test
  void theQueueIsBounded() throws IOException {
    CompletableFuture<Void> answering = new CompletableFuture<>();
    RemoteWriter writer =
        open(
            body -> {
              answering.join();
              return new Reply(204, "");
            },
            "queue: 3");
    CompletableFuture<Void> first =
        writer.write(List.of(new Sample(LIMIT, 1, 1), new Sample(LIMIT, 2, 2)));

    CompletableFuture<Void> second =
        writer.write(List.of(new Sample(LIMIT, 3, 3), new Sample(LIMIT, 4, 4)));

    assertThat(second).isCompletedExceptionally();
    assertThat(meters.counter("loadline.store.refused", "reason", "queue").count()).isEqualTo(2);
    answering.complete(null);
    first.join();
    await().until(() -> meters.get("loadline.store.queue").gauge().value() == 0);
  }

  @Test
  void whatWaitsAtTheEndIsTold() throws IOException {
    RemoteWriter writer = open(body -> new Reply(503, "never"));
    CompletableFuture<Void> first = writer.write(List.of(new Sample(LIMIT, 1, 1)));
    await().until(() -> !received.isEmpty());

    writer.close();

    assertThat(first).isCompletedExceptionally();
    assertThat(writer.write(List.of(new Sample(LIMIT, 1, 1)))).isCompletedExceptionally();
  }

  private RemoteWriter open(Function<byte[], Reply> reply, String... settings) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/write", exchange -> answer(exchange, reply));
    server.start();
    RemoteWriter writer =
        new RemoteWriter(
            HttpClient.newHttpClient(),
            YamlSettings.of("http://127.0.0.1:" + server.getAddress().getPort(), settings),
            meters);
    atTheEnd.add(writer::close);
    atTheEnd.add(() -> server.stop(0));
    return writer;
  }

  private void answer(HttpExchange exchange, Function<byte[], Reply> reply) throws IOException {
    byte[] body = unpacked(exchange.getRequestBody().readAllBytes());
    received.add(body);
    Reply said = reply.apply(body);
    byte[] text = said.text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(said.status, text.length == 0 ? -1 : text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  private static byte[] unpacked(byte[] block) {
    try {
      return Snappy.unpack(block, 1 << 20);
    } catch (Snappy.BlockException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /** The last eleven bytes of a message of one sample: its value and its time. */
  private static String sampleOf(byte[] message) {
    return new String(message, message.length - 11, 11, StandardCharsets.ISO_8859_1);
  }

  private static boolean contains(byte[] message, String part) {
    return new String(message, StandardCharsets.ISO_8859_1).contains(part);
  }
}
