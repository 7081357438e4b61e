package dev.loadline.advisor.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** The other end of a channel: answers as told, and keeps what it was sent. */
final class ChannelStub implements AutoCloseable {
  static final String SECRET = "T000/B000/canary";

  private final HttpServer server;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<String> received = new CopyOnWriteArrayList<>();

  /** What it does with a request that it has read. */
  interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  private ChannelStub(HttpServer server) {
    this.server = server;
  }

  static ChannelStub answering(int status, String body) throws IOException {
    return doing(exchange -> send(exchange, status, body));
  }

  static ChannelStub doing(Answer answer) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ChannelStub stub = new ChannelStub(server);
    server.createContext("/", exchange -> stub.handle(exchange, answer));
    server.start();
    return stub;
  }

  /** Takes the request and then says nothing until it is closed. */
  static ChannelStub hanging() throws IOException {
    CountDownLatch[] closing = new CountDownLatch[1];
    ChannelStub stub = doing(exchange -> awaitQuietly(closing[0]));
    closing[0] = stub.closing;
    return stub;
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void handle(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      answer.give(exchange);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  URI webhook() {
    return URI.create(
        "http://127.0.0.1:%d/services/%s".formatted(server.getAddress().getPort(), SECRET));
  }

  /** The bodies so far. */
  List<String> received() {
    return received;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
