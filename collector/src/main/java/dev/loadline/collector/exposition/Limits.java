package dev.loadline.collector.exposition;

import dev.loadline.collector.yaml.Default;

/**
 * How much one exposition may hold; all of it is refused beyond that.
 *
 * @param bodyBytes of the body after decompression
 * @param labels of one sample
 * @param nameBytes of a metric's or label's name
 * @param valueBytes of a label's value, escapes counted
 */
public record Limits(
    @Default("16777216") int bodyBytes,
    @Default("50000") int samples,
    @Default("64") int labels,
    @Default("512") int nameBytes,
    @Default("4096") int valueBytes) {

  /** 16 MiB, 50,000 samples, 64 labels, names of 512 bytes, values of 4 KiB. */
  public static final Limits STANDARD = new Limits(16 << 20, 50_000, 64, 512, 4_096);

  public Limits {
    if (Math.min(Math.min(bodyBytes, samples), Math.min(labels, Math.min(nameBytes, valueBytes)))
        < 1) {
      throw new IllegalArgumentException("every limit is at least 1");
    }
  }
}
