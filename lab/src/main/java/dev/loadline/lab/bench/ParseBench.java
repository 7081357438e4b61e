package dev.loadline.lab.bench;

import dev.loadline.collector.exposition.Exposition;
import dev.loadline.collector.exposition.Format;
import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.exposition.MalformedException;
import dev.loadline.collector.exposition.Row;
import dev.loadline.collector.exposition.Sink;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reads a page of 1,000 samples, with every check, and naively for comparison. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ParseBench {
  /** The page of every fork. */
  static final byte[] PAGE = ParsePage.text().getBytes(StandardCharsets.UTF_8);

  /** Every byte is checked, nothing is made. */
  @Benchmark
  public long nothingWanted() throws MalformedException {
    return scan(false);
  }

  /** Every byte is checked, every sample becomes text and numbers. */
  @Benchmark
  public long everythingWanted() throws MalformedException {
    return scan(true);
  }

  /** What one writes in a hurry: no checks, no escapes, commas in values break it. */
  @Benchmark
  public double naiveSplit() {
    double sum = 0;
    for (String line : new String(PAGE, StandardCharsets.UTF_8).split("\n")) {
      if (!line.startsWith("#")) {
        String[] labels = line.substring(line.indexOf('{') + 1, line.lastIndexOf('}')).split(",");
        sum += labels.length + Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
      }
    }
    return sum;
  }

  private static long scan(boolean wanted) throws MalformedException {
    Count count = new Count(wanted);
    Exposition.scan(PAGE, Format.TEXT, Limits.STANDARD, count);
    return count.seen;
  }

  private static final class Count implements Sink {
    private final boolean wanted;
    private long seen;

    Count(boolean wanted) {
      this.wanted = wanted;
    }

    @Override
    public boolean wants(byte[] bytes, int from, int to) {
      seen++;
      return wanted;
    }

    @Override
    public boolean take(Row row) {
      seen += row.point().labels().size();
      return true;
    }
  }
}
