package dev.loadline.collector.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a pushed request within limits, hands it to its protocol, and answers. */
final class PushHandler implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(PushHandler.class);
  private static final String RETRY_AFTER_SECONDS = "5";

  private final Vertx vertx;
  private final Protocol protocol;
  private final IngestLimits limits;
  private final AtomicInteger running;
  private final MeterRegistry meters;
  private final Timer requests;

  /**
   * @param running how many requests are worked on, of all protocols
   */
  PushHandler(
      Vertx vertx,
      Protocol protocol,
      IngestLimits limits,
      AtomicInteger running,
      MeterRegistry meters) {
    this.vertx = vertx;
    this.protocol = protocol;
    this.limits = limits;
    this.running = running;
    this.meters = meters;
    this.requests =
        Timer.builder("loadline.ingest")
            .description("requests of those who push")
            .tag("protocol", protocol.name())
            .register(meters);
  }

  @Override
  public void handle(RoutingContext context) {
    long start = System.nanoTime();
    boolean free = running.incrementAndGet() <= limits.requests();
    Future<Buffer> body =
        free
            ? body(context.request())
            : Future.failedFuture(
                new RefusedException(503, "busy", "too many requests at the same time"));
    body.compose(bytes -> take(context.request(), bytes))
        .recover(cause -> Future.succeededFuture(refuse(context.request(), cause)))
        .onSuccess(answer -> send(context.response(), answer))
        .onComplete(
            unused -> {
              running.decrementAndGet();
              requests.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            });
  }

  private Future<Answer> take(HttpServerRequest request, Buffer bytes) {
    meters.counter("loadline.ingest.bytes", "protocol", protocol.name()).increment(bytes.length());
    Push push = Push.of(request, bytes);
    return vertx.executeBlocking(() -> protocol.take(push), false).compose(future -> future);
  }

  private Answer refuse(HttpServerRequest request, Throwable cause) {
    RefusedException why =
        cause instanceof RefusedException known
            ? known
            : new RefusedException(500, "internal", "failed inside; the log says more");
    if (why != cause) {
      LOG.error("a request by {} failed", protocol.name(), cause);
    }
    meters
        .counter("loadline.ingest.refused", "protocol", protocol.name(), "reason", why.reason())
        .increment();
    return protocol.refusal(Push.of(request, Buffer.buffer()), why);
  }

  private Future<Buffer> body(HttpServerRequest request) {
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    AtomicLong beyond = new AtomicLong();
    request.exceptionHandler(
        cause ->
            whole.tryFail(
                new RefusedException(400, "truncated", String.valueOf(cause.getMessage()))));
    request.handler(
        part -> {
          if (beyond.get() == 0 && body.length() + part.length() <= limits.bodyBytes()) {
            body.appendBuffer(part);
          } else {
            whole.tryFail(tooLong());
            hangUp(request, beyond.addAndGet(part.length()));
          }
        });
    request.endHandler(unused -> whole.tryComplete(body));
    return whole.future();
  }

  private RefusedException tooLong() {
    return new RefusedException(413, "body_limit", "more than " + limits.bodyBytes() + " bytes");
  }

  /** A sender that goes on for ever is cut; one that sends a little too much sees the answer. */
  private void hangUp(HttpServerRequest request, long beyond) {
    if (beyond > limits.bodyBytes()) {
      request.connection().close();
    }
  }

  private static void send(HttpServerResponse response, Answer answer) {
    if (response.closed() || response.ended()) {
      return;
    }
    answer.headers().forEach(response::putHeader);
    if (answer.status() == 503) {
      response.putHeader("retry-after", RETRY_AFTER_SECONDS);
    }
    response.setStatusCode(answer.status());
    if (answer.status() == 204) {
      response.end();
    } else {
      response.putHeader("content-type", answer.contentType()).end(answer.body());
    }
  }
}
