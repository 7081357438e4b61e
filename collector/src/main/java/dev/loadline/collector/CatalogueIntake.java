package dev.loadline.collector;

import dev.loadline.collector.catalogue.Catalogue;
import dev.loadline.collector.catalogue.Recognition;
import dev.loadline.collector.discovery.Target;
import dev.loadline.collector.exposition.Point;
import dev.loadline.collector.scrape.Intake;
import dev.loadline.collector.scrape.ScrapeException;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.store.SignalWriter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/** Turns what was scraped into signals and keeps them: a scrape is done when it is on the disk. */
record CatalogueIntake(Catalogue catalogue, SignalWriter store, MeterRegistry meters)
    implements Intake {
  private static final long LATE = Duration.ofHours(1).toMillis();
  private static final long EARLY = Duration.ofMinutes(10).toMillis();

  @Override
  public boolean wants(String name) {
    return catalogue.wants(name);
  }

  @Override
  public Future<Taken> take(Target target, long epochMillis, List<Point> points) {
    Recognition recognition =
        catalogue.recognise(points, target.service(), target.instance(), epochMillis);
    List<Sample> samples =
        recognition.samples().stream().filter(sample -> inTime(sample, epochMillis)).toList();
    int outOfTime = recognition.samples().size() - samples.size();
    meters.counter("loadline.scrape.out.of.time").increment(outOfTime);
    return Future.fromCompletionStage(store.write(samples))
        .map(
            new Taken(
                samples.size(),
                recognition.unrecognised().size(),
                recognition.dropped().size() + outOfTime))
        .recover(
            cause -> Future.failedFuture(new ScrapeException(ScrapeException.Reason.STORE, cause)));
  }

  /** A time of its own may lie an hour behind the scrape or ten minutes ahead, not further. */
  private static boolean inTime(Sample sample, long scraped) {
    return sample.epochMillis() >= scraped - LATE && sample.epochMillis() <= scraped + EARLY;
  }
}
