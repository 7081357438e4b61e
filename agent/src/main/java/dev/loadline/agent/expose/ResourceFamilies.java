package dev.loadline.agent.expose;

import dev.loadline.agent.meter.Histogram;
import dev.loadline.agent.meter.Occupancy;
import dev.loadline.agent.meter.PoolMeter;
import dev.loadline.agent.meter.WorkersMeter;
import dev.loadline.agent.meter.WriterMeter;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.List;

/** The families {@code loadline_resource_*}: what no convention has a name for. */
final class ResourceFamilies {

  private static final String[] LABELS = {"kind", "resource", "library"};

  private final Family limit = gauge("limit", "Units that there are at most.");
  private final Family inUse = gauge("in_use", "Units occupied now.");
  private final Family peak =
      gauge("in_use_peak", "Most units occupied at once since the reading before.");
  private final Family waiting = gauge("waiting", "Requests for a unit not answered yet.");
  private final Family observed = counter("observed_seconds", "Time over which the integrals run.");
  private final Family seconds =
      counter("in_use_seconds", "Integral of the units occupied over time.");
  private final Family squared =
      counter("in_use_squared_seconds", "Integral of the square of the units occupied over time.");
  private final Family acquired = counter("acquired", "Units handed out.");
  private final Family timeouts = counter("timeouts", "Acquires that ran out of time.");
  private final Family failures =
      counter("failures", "Acquires that failed for another reason than time.");
  private final Family suspects =
      gauge("leak_suspects", "Units held for longer than leak_threshold now.");
  private final Family hits = counter("hits", "Lookups that found a value.");
  private final Family misses = counter("misses", "Lookups that found none, or loaded it.");
  private final Family rejected =
      counter("rejected", "Refused: units, or requests answered with status 429 or 503.");
  private final Family busy =
      counter("busy_seconds", "Of the time units were held, that in which they worked.");
  private final Family waits =
      Family.histogram(
          "loadline_resource_wait_seconds",
          "Time from asking for a unit to the answer, whether there was one or not.",
          LABELS);
  private final Family holds =
      Family.histogram(
          "loadline_resource_hold_seconds", "Time from acquire to release of a unit.", LABELS);

  private static Family gauge(String name, String help) {
    return Family.gauge("loadline_resource_" + name, help, LABELS);
  }

  private static Family counter(String name, String help) {
    return Family.counter("loadline_resource_" + name, help, LABELS);
  }

  void occupancy(Occupancy.Reading reading, String... labels) {
    inUse.add(reading.inUse(), labels);
    peak.add(reading.peak(), labels);
    observed.add(reading.observedSeconds(), labels);
    seconds.add(reading.seconds(), labels);
    squared.add(reading.squaredSeconds(), labels);
  }

  void limit(double value, String... labels) {
    limit.add(value, labels);
  }

  void inUse(double value, String... labels) {
    inUse.add(value, labels);
  }

  void lookups(long found, long missed, String... labels) {
    hits.add(found, labels);
    misses.add(missed, labels);
  }

  void permits(long granted, long refused, String... labels) {
    acquired.add(granted, labels);
    rejected.add(refused, labels);
  }

  void waits(Histogram.Counts waited, String... labels) {
    waits.add(waited, 1, labels);
  }

  void inUseSeconds(double value, String... labels) {
    seconds.add(value, labels);
  }

  void pool(PoolMeter meter, Histogram.Counts waited, Histogram.Counts held, String... labels) {
    acquired.add(meter.acquired(), labels);
    timeouts.add(meter.timeouts(), labels);
    failures.add(meter.failures(), labels);
    waits.add(waited, 1, labels);
    holds.add(held, 1, labels);
  }

  void leakSuspects(int value, String... labels) {
    suspects.add(value, labels);
  }

  void busy(PoolMeter meter, String... labels) {
    busy.add(meter.busySeconds(), labels);
  }

  void workers(WorkersMeter meter, long now, String... labels) {
    occupancy(meter.occupancy(now), labels);
    acquired.add(meter.started(), labels);
    waits.add(meter.waits(), 1, labels);
    holds.add(meter.holds(), 1, labels);
  }

  void requests(Histogram.Counts durations, String... labels) {
    acquired.add(durations.count(), labels);
    holds.add(durations, 1, labels);
  }

  void writer(WriterMeter meter, String... labels) {
    Histogram.Counts held = meter.holds();
    limit.add(1, labels);
    seconds.add(held.sumSeconds(), labels);
    acquired.add(held.count(), labels);
    timeouts.add(meter.timeouts(), labels);
    waits.add(meter.waits(), 1, labels);
    holds.add(held, 1, labels);
  }

  /** Of what has no limit: who waited, if that is seen, and who gave up. */
  void waits(WriterMeter meter, boolean seen, String... labels) {
    timeouts.add(meter.timeouts(), labels);
    if (seen) {
      waits.add(meter.waits(), 1, labels);
    }
  }

  void rejected(long value, String... labels) {
    rejected.add(value, labels);
  }

  void waiting(double value, String... labels) {
    waiting.add(value, labels);
  }

  void to(List<MetricFamilySamples> families) {
    Family[] all = {
      limit, inUse, peak, waiting, observed, seconds, squared, acquired, timeouts, failures, busy,
      suspects, hits, misses, rejected, waits, holds
    };
    for (Family family : all) {
      family.to(families);
    }
  }
}
