package dev.loadline.collector.discovery;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/** A list of targets at one address, asked for again and again. */
record Polled(URI url, Duration interval, Duration timeout, int maxBytes) {

  Polled {
    Web.check(url);
    Asking.check(interval);
    Asking.check(timeout);
  }

  /**
   * @param read makes a list of an answer, off the event loop, or throws with what is wrong with it
   */
  AutoCloseable start(Vertx vertx, Function<Buffer, Listing> read, Findings findings) {
    Web web = new Web(vertx, timeout, maxBytes);
    Asking asking =
        Asking.start(
            vertx,
            interval,
            () ->
                web.get(url)
                    .compose(body -> vertx.executeBlocking(() -> read.apply(body), false))
                    .onSuccess(listing -> findings.found(listing.targets(), listing.reason()))
                    .onFailure(cause -> findings.failed(String.valueOf(cause.getMessage())))
                    .map(interval));
    return () -> {
      asking.close();
      web.close();
    };
  }
}
