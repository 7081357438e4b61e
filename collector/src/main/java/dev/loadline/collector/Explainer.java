package dev.loadline.collector;

import dev.loadline.collector.catalogue.Catalogue;
import dev.loadline.collector.catalogue.Provenance;
import dev.loadline.collector.catalogue.Reading;
import dev.loadline.collector.catalogue.Recognition;
import dev.loadline.collector.exposition.Exposition;
import dev.loadline.collector.exposition.Format;
import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.exposition.MalformedException;
import dev.loadline.collector.exposition.Point;
import dev.loadline.collector.scrape.OnePage;
import dev.loadline.collector.signal.Explanation;
import dev.loadline.collector.signal.Explanation.Dropped;
import dev.loadline.collector.signal.Explanation.Known;
import dev.loadline.collector.signal.Explanation.Stranger;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.Signal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says what the catalogue makes of one exposition. */
public final class Explainer {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Catalogue catalogue;

  /**
   * @param tables further files and directories of tables
   * @throws IllegalArgumentException with all that is wrong in them
   */
  public Explainer(List<Path> tables) {
    this.catalogue = Catalogues.with(tables);
  }

  /**
   * Reads text of either dialect; {@code # EOF} at the end tells OpenMetrics.
   *
   * @throws IllegalArgumentException with line and byte of what cannot be read
   */
  public Explanation explain(byte[] exposition) {
    try {
      return explain(Exposition.parse(exposition, Format.of(exposition), Limits.STANDARD));
    } catch (MalformedException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Reads what an address publishes, within the time and the size of a scrape. */
  public Future<Explanation> explain(Vertx vertx, URI url) {
    return OnePage.fetch(vertx, url, TIMEOUT, Limits.STANDARD).map(this::explain);
  }

  private Explanation explain(List<Point> points) {
    Recognition recognition = catalogue.recognise(points, "explained", "explained", 0);
    return new Explanation(
        known(recognition.readings()),
        strangers(recognition, points),
        recognition.dropped().stream()
            .map(each -> new Dropped(each.name(), each.reason()))
            .toList(),
        recognition.notes());
  }

  private static List<Known> known(List<Reading> readings) {
    Map<Resource, List<Reading>> byResource = new TreeMap<>();
    for (Reading reading : readings) {
      byResource
          .computeIfAbsent(reading.sample().series().resource(), unused -> new ArrayList<>())
          .add(reading);
    }
    List<Known> known = new ArrayList<>();
    byResource.forEach((resource, all) -> known.add(known(resource, all)));
    return known;
  }

  private static Known known(Resource resource, List<Reading> readings) {
    Map<Signal, Total> totals = new TreeMap<>();
    for (Reading reading : readings) {
      Signal signal = reading.sample().series().signal();
      totals.computeIfAbsent(signal, unused -> new Total(reading)).add(reading);
    }
    Total limit = totals.get(Signal.LIMIT);
    return new Known(
        resource,
        limit == null ? Provenance.UNKNOWN.label() : limit.provenance(),
        totals.values().stream().map(Total::said).toList());
  }

  private List<Stranger> strangers(Recognition recognition, List<Point> points) {
    Map<String, Integer> lines = new HashMap<>();
    points.forEach(point -> lines.merge(point.name(), 1, Integer::sum));
    return recognition.unrecognised().stream()
        .map(name -> new Stranger(name, lines.getOrDefault(name, 0), catalogue.nearest(name)))
        .toList();
  }
}
