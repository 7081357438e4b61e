package dev.loadline.collector.store;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.signal.Signal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What pools of a busy and of an idle service publish over 24 hours: limits, gauges, integrals to
 * the nanosecond, counts and buckets. A scrape is as punctual as a timer of Vert.x was seen to be:
 * two of three to the millisecond, most others 1 ms off, one in twenty late by up to 20 ms.
 */
final class DayOfSignals {
  private static final int SCRAPES = 8_640;
  private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5};

  private final Random random;
  private final List<Series> series = new ArrayList<>();
  private final double[] totals;

  private DayOfSignals(int count, long seed) {
    this.random = new Random(seed);
    this.totals = new double[count];
    for (int i = 0; i < count; i++) {
      series.add(series(i));
    }
  }

  /**
   * What lies on the disk.
   *
   * @param bytes of the file after the store was closed
   */
  record Size(long samples, long bytes, double commitMicros) {
    double bytesPerSample() {
      return (double) bytes / samples;
    }

    @Override
    public String toString() {
      return "%d samples, %d bytes, %.2f bytes a sample, %.0f us a commit"
          .formatted(samples, bytes, bytesPerSample(), commitMicros);
    }
  }

  static Size write(Path directory, int count, long seed) throws IOException {
    DayOfSignals day = new DayOfSignals(count, seed);
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    long kept = 0;
    try (SqliteSignals signals = SqliteSignals.open(directory, meters)) {
      for (int scrape = 0; scrape < SCRAPES; scrape++) {
        signals.write(day.scrape(scrape)).join();
      }
      for (Line line : signals.read("orders", Instant.MIN, Instant.MAX)) {
        kept += line.size();
      }
    }
    double commit = meters.timer("loadline.store.commit").mean(TimeUnit.MICROSECONDS);
    return new Size(kept, Files.size(directory.resolve("signals.db")), commit);
  }

  private static Series series(int number) {
    Resource pool = Resource.parse("pool/db-" + number / 20);
    Series plain = new Series("orders", "10.0.0.7:9464", "agent", pool, signal(number % 20));
    return number % 20 < 9
        ? plain
        : new Series(
            "orders",
            "10.0.0.7:9464",
            "agent",
            pool,
            number % 20 < 18 ? Signal.HOLD : Signal.WAIT,
            number % 20 < 18 ? Part.BUCKET : Part.COUNT,
            new TreeMap<>(
                Map.of("le", number % 20 < 18 ? "" + BOUNDS[number % 20 - 9] : "n" + number)));
  }

  private static Signal signal(int kind) {
    return switch (kind) {
      case 0 -> Signal.LIMIT;
      case 1 -> Signal.IN_USE;
      case 2 -> Signal.WAITING;
      case 3 -> Signal.IN_USE_PEAK;
      case 4 -> Signal.IN_USE_SECONDS;
      case 5 -> Signal.IN_USE_SQUARED_SECONDS;
      case 6 -> Signal.ACQUIRED;
      case 7 -> Signal.TIMEOUTS;
      default -> Signal.BUSY_SECONDS;
    };
  }

  private List<Sample> scrape(int scrape) {
    long time = 1_767_225_600_000L + scrape * 10_000L + lateness();
    double load = 0.2 + 0.8 * Math.max(0, Math.sin(2 * Math.PI * scrape / SCRAPES));
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < totals.length; i++) {
      double rate = load * (i < totals.length / 2 ? 400 : 5);
      samples.add(new Sample(series.get(i), time, value(i, rate)));
    }
    return samples;
  }

  private int lateness() {
    int chance = random.nextInt(20);
    return chance < 13 ? 0 : chance < 19 ? random.nextInt(3) - 1 : random.nextInt(21);
  }

  /** Rates are requests a second; a hold takes 20 ms on average. */
  private double value(int i, double rate) {
    double inUse = Math.max(0, rate * 0.02 + random.nextGaussian() * Math.sqrt(rate * 0.02));
    double perScrape =
        Math.max(0, Math.rint(rate * 10 + random.nextGaussian() * Math.sqrt(rate * 10)));
    return switch (i % 20) {
      case 0 -> 15;
      case 1 -> Math.min(15, Math.rint(inUse));
      case 2 -> inUse > 12 ? Math.rint(inUse - 12) : 0;
      case 3 -> Math.min(15, Math.rint(inUse + 2));
      case 4, 8 -> nanos(i, inUse * 10);
      case 5 -> nanos(i, inUse * inUse * 10);
      case 6 -> totals[i] += perScrape;
      case 7 -> totals[i] += random.nextInt(500) == 0 ? 1 : 0;
      default -> totals[i] += Math.rint(perScrape * (i % 20 - 8) / 12.0);
    };
  }

  private double nanos(int i, double seconds) {
    totals[i] += Math.rint(seconds * 1e9);
    return totals[i] / 1e9;
  }
}
