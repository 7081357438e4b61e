package dev.loadline.agent.meter;

/**
 * Durations in buckets whose bounds grow by the square root of two, from 100 µs to about 74 s: a
 * quantile read from them is at most 41 % too high. 120 µs, for example, falls into the bucket that
 * ends at 141 µs.
 */
public final class Histogram {

  /** Upper bounds in nanoseconds, inclusive; one more bucket holds whatever is longer. */
  private static final long[] BOUNDS = bounds();

  /** The first bound that is not below 2^exponent. */
  private static final int[] FIRST = firsts();

  /** How many counters a histogram takes: the sum, then the buckets. */
  static final int FIELDS = BOUNDS.length + 2;

  private final Lanes lanes;
  private final int sum;

  Histogram(int stripes) {
    this(new Lanes(FIELDS, stripes), 0);
  }

  /** One whose counters begin at {@code offset} of these lanes. */
  Histogram(Lanes lanes, int offset) {
    this.lanes = lanes;
    this.sum = offset;
  }

  /** A histogram by itself. */
  public Histogram() {
    this(Stripes.MANY);
  }

  private static long[] bounds() {
    long[] bounds = new long[40];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = Math.round(100_000 * Math.pow(2, i / 2.0));
    }
    return bounds;
  }

  private static int[] firsts() {
    int[] firsts = new int[64];
    for (int exponent = 0; exponent < 64; exponent++) {
      int i = 0;
      while (i < BOUNDS.length && (exponent > 62 || BOUNDS[i] < 1L << exponent)) {
        i++;
      }
      firsts[exponent] = i;
    }
    return firsts;
  }

  static int bucket(long nanos) {
    if (nanos <= BOUNDS[0]) {
      return 0;
    }
    int i = FIRST[63 - Long.numberOfLeadingZeros(nanos)];
    while (i < BOUNDS.length && nanos > BOUNDS[i]) {
      i++;
    }
    return i;
  }

  /** Adds one duration; a negative one counts as zero. */
  public void record(long nanos, int stripe) {
    Lane lane = lanes.claim(stripe);
    add(nanos, lane);
    lane.free();
  }

  void add(long nanos, Lane lane) {
    lane.add(sum, Math.max(0, nanos));
    lane.add(sum + 1 + bucket(nanos), 1);
  }

  /** What has been recorded so far. */
  public Counts read() {
    long[] counts = new long[BOUNDS.length + 1];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = lanes.sum(sum + 1 + i);
    }
    return new Counts(counts, lanes.sum(sum));
  }

  /** How many durations have been recorded so far. */
  long count() {
    long count = 0;
    for (int i = 0; i <= BOUNDS.length; i++) {
      count += lanes.sum(sum + 1 + i);
    }
    return count;
  }

  /** The contents of a histogram at one moment. */
  public static final class Counts {

    private final long[] counts;
    private final long sumNanos;

    Counts(long[] counts, long sumNanos) {
      this.counts = counts;
      this.sumNanos = sumNanos;
    }

    /** The number of bounds; the bucket without one not counted. */
    public int bounds() {
      return BOUNDS.length;
    }

    /** The upper bound of a bucket in seconds. */
    public double boundSeconds(int bucket) {
      return BOUNDS[bucket] / 1e9;
    }

    /** How many durations were no longer than the bound of this bucket. */
    public long upTo(int bucket) {
      long sum = 0;
      for (int i = 0; i <= bucket; i++) {
        sum += counts[i];
      }
      return sum;
    }

    /** Both together. */
    public Counts plus(Counts other) {
      long[] sums = counts.clone();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += other.counts[i];
      }
      return new Counts(sums, sumNanos + other.sumNanos);
    }

    /** How many durations were recorded. */
    public long count() {
      return upTo(counts.length - 1);
    }

    /** Their sum in seconds. */
    public double sumSeconds() {
      return sumNanos / 1e9;
    }
  }
}
