package dev.loadline.collector.ingest;

import dev.loadline.collector.catalogue.Catalogue;
import dev.loadline.collector.exposition.Point;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.store.SignalWriter;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was pushed goes the way of what is scraped: through the catalogue into the store, all of a
 * request or nothing.
 */
record Inflow(Catalogue catalogue, SignalWriter store, InstantSource clock) {

  private record Source(String service, String instance) {}

  Window window() {
    return Window.at(clock.instant());
  }

  /** The samples that the points mean; a point that means none is none of ours. */
  List<Sample> recognise(List<Offer> offers) {
    Map<Source, List<Point>> points = new LinkedHashMap<>();
    for (Offer offer : offers) {
      points
          .computeIfAbsent(
              new Source(offer.service(), offer.instance()), unused -> new ArrayList<>())
          .add(offer.point());
    }
    List<Sample> samples = new ArrayList<>();
    points.forEach(
        (source, its) ->
            samples.addAll(
                catalogue
                    .recognise(its, source.service, source.instance, clock.millis())
                    .samples()));
    return samples;
  }

  /** Completes when they are kept; fails with a {@link RefusedException} that may be retried. */
  Future<Void> keep(List<Sample> samples) {
    return Future.fromCompletionStage(store.write(samples))
        .recover(
            cause ->
                Future.failedFuture(
                    new RefusedException(503, "store", String.valueOf(cause.getMessage()))));
  }
}
