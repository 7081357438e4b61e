package dev.loadline.collector;

import dev.loadline.collector.discovery.Discovery;
import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.ingest.IngestLimits;
import dev.loadline.collector.scrape.Network;
import dev.loadline.collector.source.Source;
import dev.loadline.collector.yaml.Chosen;
import dev.loadline.collector.yaml.Default;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What stands under {@code collector:} in the configuration.
 *
 * @param interval from one scrape of a target to the next
 * @param timeout for a whole answer, at most the interval
 * @param limits of one answer
 * @param discovery where targets come from
 * @param hold how long a sudden loss of more than half of what a discovery found is doubted
 * @param allow networks that targets may have although discoveries must not lead there: {@code
 *     169.254.20.0/24}
 * @param sources what is asked in protocols of its own
 * @param retention how long samples are kept
 * @param catalogue further tables of exporters: files, or directories of them
 * @param ingest limits of what others push
 */
public record CollectorSettings(
    @Default("10s") Duration interval,
    @Default("5s") Duration timeout,
    @Default("{}") Limits limits,
    @Default("[]") List<Chosen<Discovery<?>>> discovery,
    @Default("5min") Duration hold,
    @Default("[]") List<Network> allow,
    @Default("[]") List<Chosen<Source<?>>> sources,
    @Default("35d") Duration retention,
    @Default("[]") List<Path> catalogue,
    @Default("{}") IngestLimits ingest) {

  private static final int MAX_SOURCES = 500;

  public CollectorSettings {
    if (interval.compareTo(Duration.ofMillis(100)) < 0) {
      throw new IllegalArgumentException("an interval of at least 100ms is needed");
    }
    timeout = timeout.compareTo(interval) > 0 ? interval : timeout;
    if (timeout.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("a timeout of at least 1ms is needed");
    }
    if (sources.size() > MAX_SOURCES) {
      throw new IllegalArgumentException("at most " + MAX_SOURCES + " sources are read");
    }
    if (retention.compareTo(Duration.ofHours(1)) < 0) {
      throw new IllegalArgumentException("a retention of at least 1h is needed");
    }
  }
}
