package dev.loadline.collector.scrape;

import dev.loadline.collector.discovery.Target;
import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.exposition.Point;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Reads one page once, as a scrape would. */
public final class OnePage {
  private OnePage() {}

  /** The points of the page; fails with a {@link ScrapeException}. */
  public static Future<List<Point>> fetch(Vertx vertx, URI url, Duration timeout, Limits limits) {
    PageClient client = new PageClient(vertx, timeout, limits.bodyBytes(), new Refused(List.of()));
    return client
        .fetch(new Target("explained", url))
        .compose(page -> vertx.executeBlocking(() -> page.parse(limits), false))
        .eventually(client::close);
  }
}
