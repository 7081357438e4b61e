package dev.loadline.collector.signal;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/** The only way in which the advisor sees what was measured. Safe for use by many threads. */
public interface SignalReader {

  /** All services with at least one line. */
  SortedSet<String> services();

  /** The identities of all lines of a service; empty for one that is not known. */
  List<Series> series(String service);

  /**
   * The samples of a service from {@code from} (inclusive) to {@code to} (exclusive), one entry for
   * each line that has any, in time order. A counter that fell back is not repaired here.
   */
  List<Line> read(String service, Instant from, Instant to);
}
