package dev.loadline.collector.ingest;

import dev.loadline.collector.catalogue.Catalogue;
import dev.loadline.collector.ingest.Assembly.Reading;
import dev.loadline.collector.ingest.Assembly.Whole;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.store.SignalWriter;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What was pushed goes the way of what is scraped: through the catalogue into the store. */
final class Inflow {
  private static final int REMEMBERED = 200_000;

  private final Catalogue catalogue;
  private final SignalWriter store;
  private final InstantSource clock;
  private final Assembly assembly = new Assembly(REMEMBERED);

  Inflow(Catalogue catalogue, SignalWriter store, InstantSource clock) {
    this.catalogue = catalogue;
    this.store = store;
    this.clock = clock;
  }

  Window window() {
    return Window.at(clock.instant());
  }

  /**
   * Completes with the number of samples when they are kept; fails with a {@link RefusedException}
   * that may be sent again. A point that no table knows gives none.
   */
  Future<Integer> keep(List<Offer> offers) {
    return written(offers)
        .recover(
            cause ->
                Future.failedFuture(
                    new RefusedException(503, "store", String.valueOf(cause.getMessage()))));
  }

  /** In turn, so that the store sees the more complete reading later. */
  private synchronized Future<Integer> written(List<Offer> offers) {
    List<Sample> fresh = new ArrayList<>();
    List<Sample> continued = new ArrayList<>();
    for (Whole whole : assembly.add(offers)) {
      (whole.continued() ? continued : fresh).addAll(recognise(whole));
    }
    Future<Void> first = Future.fromCompletionStage(store.write(fresh));
    Future<Void> second = Future.fromCompletionStage(store.amend(continued));
    return Future.all(first, second).map(fresh.size() + continued.size());
  }

  private List<Sample> recognise(Whole whole) {
    Reading reading = whole.reading();
    return catalogue
        .recognise(whole.points(), reading.service(), reading.instance(), reading.epochMillis())
        .samples();
  }
}
