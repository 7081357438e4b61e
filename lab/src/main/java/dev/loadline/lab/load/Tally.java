package dev.loadline.lab.load;

import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** The running count of a load; latencies in microseconds up to ten minutes with three digits. */
final class Tally {
  private static final long HIGHEST_MICROS = 600_000_000;

  private final long start = System.nanoTime();
  private final SortedMap<Integer, Long> byStatus = new TreeMap<>();
  private final Histogram latency = new Histogram(HIGHEST_MICROS, 3);
  private long sent;
  private long shed;
  private long failed;
  private long answered;

  synchronized long open() {
    return sent - answered - failed;
  }

  synchronized void sent() {
    sent++;
  }

  synchronized void shed() {
    shed++;
  }

  synchronized void failed() {
    failed++;
  }

  synchronized void answered(int status, long nanos) {
    answered++;
    byStatus.merge(status, 1L, Long::sum);
    latency.recordValue(Math.min(nanos / 1_000, HIGHEST_MICROS));
  }

  synchronized LoadReport report() {
    return new LoadReport((System.nanoTime() - start) / 1e9, sent, shed, failed, byStatus, latency);
  }
}
