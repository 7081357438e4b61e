package dev.loadline.lab.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends load in an open loop: a request goes out when it is due, however many are unanswered, and
 * its latency counts from that moment. A closed loop would slow down with the server and hide its
 * stalls (coordinated omission): of a server that stops for 2 s under 60 requests/s, 120 requests
 * notice, and 120 are reported.
 */
public final class LoadGenerator implements AutoCloseable {
  private final LoadPlan plan;
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
  private final HttpClient client;
  private final Tally tally = new Tally();
  private final Thread pacer = new Thread(this::pace, "load-pacer");
  private volatile boolean stopped;

  private LoadGenerator(LoadPlan plan) {
    this.plan = plan;
    this.client =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions()
                    .setConnectTimeout((int) plan.timeout().toMillis())
                    .setKeepAliveTimeout(60))
            .with(
                new PoolOptions()
                    .setHttp1MaxSize(plan.maxOutstanding())
                    .setMaxWaitQueueSize(plan.maxOutstanding()))
            .build();
  }

  /** Starts to send {@code plan} at once. */
  public static LoadGenerator start(LoadPlan plan) {
    LoadGenerator generator = new LoadGenerator(plan);
    generator.pacer.setDaemon(true);
    generator.pacer.start();
    return generator;
  }

  private void pace() {
    PoissonArrivals arrivals = new PoissonArrivals(plan.ratePerSecond(), plan.seed());
    long start = System.nanoTime();
    long end = plan.duration().toNanos();
    long due = arrivals.nextGapNanos();
    for (long number = 0; number < plan.maxRequests() && due < end && !stopped; number++) {
      sleepUntil(start + due);
      send(number, start + due);
      due += arrivals.nextGapNanos();
    }
  }

  private void sleepUntil(long instant) {
    for (long left = instant - System.nanoTime();
        left > 0 && !stopped;
        left = instant - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void send(long number, long due) {
    if (stopped) {
      return;
    }
    if (tally.open() >= plan.maxOutstanding()) {
      tally.shed();
      return;
    }
    tally.sent();
    client
        .request(options(plan.path(number)))
        .compose(request -> request.send().compose(LoadGenerator::status))
        .onSuccess(status -> tally.answered(status, System.nanoTime() - due))
        .onFailure(failure -> tally.failed());
  }

  private RequestOptions options(String path) {
    return new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setHost(plan.target().getHost())
        .setPort(plan.target().getPort())
        .setURI(path)
        .setTimeout(plan.timeout().toMillis());
  }

  private static Future<Integer> status(HttpClientResponse response) {
    return response.end().map(end -> response.statusCode());
  }

  /** What became of it so far. */
  public LoadReport report() {
    return tally.report();
  }

  /** Waits until everything has been sent, answered or not. */
  public LoadReport awaitSent() throws InterruptedException {
    pacer.join();
    return report();
  }

  /** Stops sending and drops what is unanswered. */
  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(pacer);
    try {
      pacer.join(1_000);
      vertx.close().await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.TimeoutException e) {
      // What still hangs is this process's own event loop, which ends with it.
    }
  }
}
