package dev.loadline.collector.discovery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Asks for JSON by GET, within a time and a size. Follows no redirects and sends no secrets. */
final class Web {
  private final Vertx vertx;
  private final HttpClient client;
  private final Duration timeout;
  private final int limit;

  /**
   * @param limit of an answer, bytes
   */
  Web(Vertx vertx, Duration timeout, int limit) {
    this.vertx = vertx;
    this.timeout = timeout;
    this.limit = limit;
    this.client =
        vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) timeout.toMillis()));
  }

  /**
   * @throws IllegalArgumentException where it is not an http or https address without a password
   */
  static void check(URI url) {
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!web || url.getHost() == null || url.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "write the address as http://host:port/path, without user and password");
    }
  }

  /**
   * The whole body of an answer 200; fails with a reason to be shown, whose cause tells silence.
   */
  Future<Buffer> get(URI url) {
    Promise<Buffer> outcome = Promise.promise();
    Exchange exchange = new Exchange(outcome);
    long timer = vertx.setTimer(timeout.toMillis(), unused -> exchange.cut(timedOut()));
    client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(url.toString())
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.ACCEPT, "application/json")
                .putHeader(HttpHeaders.USER_AGENT, "Loadline"))
        .onFailure(outcome::tryFail)
        .onSuccess(exchange::send);
    return outcome
        .future()
        .onComplete(unused -> vertx.cancelTimer(timer))
        .recover(cause -> Future.failedFuture(failure(url, cause)));
  }

  private static IllegalStateException failure(URI url, Throwable cause) {
    return new IllegalStateException(url + ": " + cause.getMessage(), cause);
  }

  private TimeoutException timedOut() {
    return new TimeoutException("no whole answer within " + timeout.toMillis() + " ms");
  }

  Future<Void> close() {
    return client.close();
  }

  /** One request and its answer; whatever ends it first decides. */
  private final class Exchange {
    private final Promise<Buffer> outcome;
    private final Buffer body = Buffer.buffer();
    private Runnable hangUp = () -> {};

    Exchange(Promise<Buffer> outcome) {
      this.outcome = outcome;
    }

    void send(HttpClientRequest request) {
      hangUp = () -> request.connection().close();
      if (outcome.future().isComplete()) {
        hangUp.run();
        return;
      }
      request.send().onFailure(outcome::tryFail).onSuccess(this::receive);
    }

    private void receive(HttpClientResponse response) {
      if (response.statusCode() != 200) {
        cut(new IllegalStateException("answered " + response.statusCode()));
        return;
      }
      response.exceptionHandler(outcome::tryFail);
      response.handler(this::append);
      response.endHandler(unused -> outcome.tryComplete(body));
    }

    private void append(Buffer part) {
      if (body.length() + part.length() > limit) {
        cut(new IllegalStateException("more than " + limit + " bytes"));
      } else if (!outcome.future().isComplete()) {
        body.appendBuffer(part);
      }
    }

    void cut(Exception reason) {
      outcome.tryFail(reason);
      hangUp.run();
    }
  }
}
