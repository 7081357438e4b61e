package dev.loadline.collector.scrape;

import dev.loadline.collector.discovery.Target;
import dev.loadline.collector.exposition.Format;
import dev.loadline.collector.scrape.ScrapeException.Reason;
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
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.SocketAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Fetches one page at a time from each target, within a time and a size. Follows no redirects. */
final class PageClient {
  private final Vertx vertx;
  private final HttpClient client;
  private final Duration timeout;
  private final int limit;
  private final Refused refused;

  PageClient(Vertx vertx, Duration timeout, int limit, Refused refused) {
    this.vertx = vertx;
    this.timeout = timeout;
    this.limit = limit;
    this.refused = refused;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) timeout.toMillis())
                .setDecompressionSupported(false)
                .setMaxInitialLineLength(4_096)
                .setMaxHeaderSize(16_384),
            new PoolOptions().setHttp1MaxSize(1).setHttp2MaxSize(1));
  }

  /** The page, or a {@link ScrapeException}. */
  Future<Page> fetch(Target target) {
    Exchange exchange = new Exchange();
    long timer = vertx.setTimer(timeout.toMillis(), unused -> exchange.cut(timedOut()));
    aim(target).compose(client::request).onFailure(exchange::fail).onSuccess(exchange::send);
    return exchange.page.future().onComplete(unused -> vertx.cancelTimer(timer));
  }

  Future<Void> close() {
    return client.close();
  }

  private ScrapeException timedOut() {
    return new ScrapeException(
        Reason.TIMEOUT, "no whole answer within " + timeout.toMillis() + " ms");
  }

  private ScrapeException tooLarge() {
    return new ScrapeException(Reason.BODY_LIMIT, "more than " + limit + " bytes");
  }

  /** What was found is resolved once, judged, and connected to at that very address. */
  private Future<RequestOptions> aim(Target target) {
    RequestOptions options = options(target);
    if (target.origin() == Target.Origin.WRITTEN) {
      return Future.succeededFuture(options);
    }
    return ((VertxInternal) vertx)
        .nameResolver()
        .resolve(bare(options.getHost()))
        .compose(address -> refused.judge(address))
        .map(
            address ->
                options.setServer(
                    SocketAddress.inetSocketAddress(
                        new InetSocketAddress(address, options.getPort()))));
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static RequestOptions options(Target target) {
    return new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setAbsoluteURI(target.url().toString())
        .setFollowRedirects(false)
        .putHeader(HttpHeaders.ACCEPT, Format.ACCEPT)
        .putHeader(HttpHeaders.ACCEPT_ENCODING, "gzip")
        .putHeader(HttpHeaders.USER_AGENT, "Loadline");
  }

  /** One request and its answer; whatever ends it first decides. Stays on one event loop. */
  private final class Exchange {
    private final Promise<Page> page = Promise.promise();
    private final Buffer body = Buffer.buffer();
    private Runnable hangUp = () -> {};

    void send(HttpClientRequest request) {
      hangUp = () -> request.connection().close();
      if (page.future().isComplete()) {
        hangUp.run();
        return;
      }
      request.connection().exceptionHandler(cause -> fail(Reason.PROTOCOL, cause));
      request.send().onFailure(cause -> fail(Reason.CONNECT, cause)).onSuccess(this::receive);
    }

    private void receive(HttpClientResponse response) {
      response.exceptionHandler(cause -> fail(Reason.TRUNCATED, cause));
      String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
      if (response.statusCode() != 200) {
        cut(new ScrapeException(Reason.STATUS, "answered " + response.statusCode()));
      } else if (length != null && Long.parseLong(length) > limit) {
        cut(tooLarge());
      } else {
        response.handler(this::append);
        response.endHandler(unused -> ended(response));
      }
    }

    /** Waits for what came together with the end: more than was announced fails the connection. */
    private void ended(HttpClientResponse response) {
      Page whole =
          new Page(
              body,
              response.getHeader(HttpHeaders.CONTENT_TYPE),
              response.getHeader(HttpHeaders.CONTENT_ENCODING));
      vertx.runOnContext(unused -> page.tryComplete(whole));
    }

    private void append(Buffer part) {
      if (body.length() + part.length() > limit) {
        cut(tooLarge());
      } else if (!page.future().isComplete()) {
        body.appendBuffer(part);
      }
    }

    void fail(Throwable cause) {
      page.tryFail(
          cause instanceof ScrapeException known
              ? known
              : new ScrapeException(Reason.CONNECT, cause));
    }

    void fail(Reason reason, Throwable cause) {
      page.tryFail(new ScrapeException(reason, cause));
    }

    /** The rest is not drained: an endless answer would keep the connection for ever. */
    void cut(ScrapeException reason) {
      page.tryFail(reason);
      hangUp.run();
    }
  }
}
