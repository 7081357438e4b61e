package dev.loadline.collector.store;

import dev.loadline.collector.signal.Sample;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Takes samples in. */
public interface SignalWriter {

  /**
   * Keeps all of the samples or none. The stage completes when they are on the disk and can be
   * read, or fails with a {@link StoreException}. A sample whose series and time are there already
   * is left out: what was acknowledged is never overwritten.
   */
  CompletionStage<Void> write(List<Sample> samples);

  /**
   * Like {@link #write}, for samples that are more complete than what was written before: they
   * replace the values of their times, where these are recent enough to be replaced at all.
   */
  default CompletionStage<Void> amend(List<Sample> samples) {
    return write(samples);
  }
}
