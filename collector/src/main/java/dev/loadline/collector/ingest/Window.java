package dev.loadline.collector.ingest;

import java.time.Duration;
import java.time.Instant;

/** The times that are taken: an hour behind, for those who were cut off, to ten minutes ahead. */
record Window(long from, long to) {
  private static final long LATE = Duration.ofHours(1).toMillis();
  private static final long EARLY = Duration.ofMinutes(10).toMillis();

  static Window at(Instant now) {
    return new Window(now.toEpochMilli() - LATE, now.toEpochMilli() + EARLY);
  }

  boolean has(long epochMillis) {
    return epochMillis >= from && epochMillis <= to;
  }

  String describe(long epochMillis) {
    return "its time "
        + Instant.ofEpochMilli(epochMillis)
        + (epochMillis < from ? " is more than 1 h ago" : " is more than 10 min ahead");
  }
}
