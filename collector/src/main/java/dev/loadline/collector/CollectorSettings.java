package dev.loadline.collector;

import dev.loadline.collector.discovery.Discovery;
import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.ingest.IngestLimits;
import dev.loadline.collector.yaml.Chosen;
import dev.loadline.collector.yaml.Default;
import java.time.Duration;
import java.util.List;

/**
 * What stands under {@code collector:} in the configuration.
 *
 * @param interval from one scrape of a target to the next
 * @param timeout for a whole answer, at most the interval
 * @param limits of one answer
 * @param discovery where targets come from
 * @param retention how long samples are kept
 * @param ingest limits of what others push
 */
public record CollectorSettings(
    @Default("10s") Duration interval,
    @Default("5s") Duration timeout,
    @Default("{}") Limits limits,
    @Default("[]") List<Chosen<Discovery<?>>> discovery,
    @Default("35d") Duration retention,
    @Default("{}") IngestLimits ingest) {

  public CollectorSettings {
    if (interval.compareTo(Duration.ofMillis(100)) < 0) {
      throw new IllegalArgumentException("an interval of at least 100ms is needed");
    }
    timeout = timeout.compareTo(interval) > 0 ? interval : timeout;
    if (timeout.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("a timeout of at least 1ms is needed");
    }
    if (retention.compareTo(Duration.ofHours(1)) < 0) {
      throw new IllegalArgumentException("a retention of at least 1h is needed");
    }
  }
}
