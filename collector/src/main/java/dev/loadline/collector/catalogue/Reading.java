package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series.Part;
import java.util.Locale;

/**
 * A sample and where it came from.
 *
 * @param from the metric as it was published, {@code hikaricp_connections_max}, or the formula
 */
public record Reading(Sample sample, String from, Provenance provenance) {

  /** The metric without the ending for a part of a histogram. */
  public String metric() {
    String ending = "_" + sample.series().part().name().toLowerCase(Locale.ROOT);
    return sample.series().part() != Part.VALUE && from.endsWith(ending)
        ? from.substring(0, from.length() - ending.length())
        : from;
  }
}
