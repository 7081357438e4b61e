package dev.loadline.collector.ingest;

import dev.loadline.collector.yaml.Default;

/**
 * How much may be pushed; a request beyond that is refused.
 *
 * @param bodyBytes of one request after decompression
 * @param ratio of decompressed to compressed bytes, from 1 MiB on
 * @param requests that are worked on at the same time
 * @param series whose increments are added up, of those that are pushed as increments
 */
public record IngestLimits(
    @Default("20971520") int bodyBytes,
    @Default("100") int ratio,
    @Default("16") int requests,
    @Default("100000") int series) {

  /** 20 MiB, 100 to 1, 16 requests, 100,000 series. */
  public static final IngestLimits STANDARD = new IngestLimits(20 << 20, 100, 16, 100_000);

  public IngestLimits {
    if (Math.min(Math.min(bodyBytes, ratio), Math.min(requests, series)) < 1) {
      throw new IllegalArgumentException("every limit is at least 1");
    }
  }
}
