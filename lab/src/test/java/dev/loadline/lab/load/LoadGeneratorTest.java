package dev.loadline.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger arrived = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    server.setExecutor(threads);
    server.createContext("/quick", exchange -> answer(exchange, 200));
    server.createContext("/full", exchange -> answer(exchange, 503));
    server.createContext("/stalled", this::answerOnceOpened);
    server.start();
  }

  private void answerOnceOpened(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
    arrived.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answer(exchange, 200);
  }

  private static void answer(com.sun.net.httpserver.HttpExchange exchange, int status)
      throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @AfterEach
  void stopServer() {
    gate.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private LoadPlan plan(String path, double rate, long requests, int outstanding) {
    URI target = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new LoadPlan(target, List.of(path), rate, 7, LONG, requests, outstanding, LONG);
  }

  @Test
  void everyRequestIsAnsweredAndCountedByStatus() throws InterruptedException {
    try (LoadGenerator generator = LoadGenerator.start(plan("/full", 500, 100, 1_000))) {
      generator.awaitSent();
      await().atMost(LONG).until(() -> generator.report().answered() == 100);
      assertThat(generator.report().byStatus()).containsOnlyKeys(503).containsEntry(503, 100L);
      assertThat(generator.report().succeeded()).isZero();
    }
  }

  @Test
  void goesOnSendingWhileTheServerStalls() throws InterruptedException {
    try (LoadGenerator generator = LoadGenerator.start(plan("/stalled", 1_000, 300, 1_000))) {
      generator.awaitSent();
      await().atMost(LONG).until(() -> arrived.get() == 300);
      assertThat(generator.report().open()).isEqualTo(300);
    }
  }

  @Test
  void latencyCountsFromTheScheduleSoThatAStallShows() throws InterruptedException {
    try (LoadGenerator generator = LoadGenerator.start(plan("/stalled", 100, 100, 1_000))) {
      LoadReport whenAllWereSent = generator.awaitSent();
      gate.countDown();
      await().atMost(LONG).until(() -> generator.report().answered() == 100);
      // Arrivals were spread evenly over the stall, so half of them must have waited for about half
      // of it.
      assertThat(generator.report().latencySeconds(0.5))
          .isGreaterThan(whenAllWereSent.seconds() * 0.25);
      assertThat(generator.report().latencySeconds(1.0))
          .isGreaterThan(whenAllWereSent.seconds() * 0.9);
    }
  }

  @Test
  void aRequestThatCannotBeSentIsCountedAsShed() throws InterruptedException {
    try (LoadGenerator generator = LoadGenerator.start(plan("/stalled", 1_000, 50, 20))) {
      LoadReport report = generator.awaitSent();
      assertThat(report.sent()).isEqualTo(20);
      assertThat(report.shed()).isEqualTo(30);
    }
  }

  @Test
  void aRefusedConnectionIsAFailure() throws InterruptedException {
    server.stop(0);
    try (LoadGenerator generator = LoadGenerator.start(plan("/quick", 1_000, 10, 100))) {
      generator.awaitSent();
      await().atMost(LONG).until(() -> generator.report().failed() == 10);
      assertThat(generator.report().open()).isZero();
    }
  }

  @Test
  void endsWhenItsTimeIsOver() throws InterruptedException {
    LoadPlan endless = plan("/quick", 200, 1_000_000, 1_000);
    LoadPlan brief =
        new LoadPlan(
            endless.target(),
            endless.paths(),
            endless.ratePerSecond(),
            endless.seed(),
            Duration.ofMillis(300),
            endless.maxRequests(),
            endless.maxOutstanding(),
            endless.timeout());
    try (LoadGenerator generator = LoadGenerator.start(brief)) {
      // The seeded schedule has so many arrivals in its first 300 ms, however slow this machine is.
      assertThat(generator.awaitSent().sent()).isEqualTo(arrivalsWithin(Duration.ofMillis(300)));
    }
  }

  private static long arrivalsWithin(Duration duration) {
    PoissonArrivals arrivals = new PoissonArrivals(200, 7);
    long count = 0;
    for (long due = arrivals.nextGapNanos();
        due < duration.toNanos();
        due += arrivals.nextGapNanos()) {
      count++;
    }
    return count;
  }
}
