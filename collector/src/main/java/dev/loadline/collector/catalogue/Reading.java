package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Sample;

/**
 * A sample and where it came from.
 *
 * @param from the metric as it was published, {@code hikaricp_connections_max}
 */
public record Reading(Sample sample, String from, Provenance provenance) {}
