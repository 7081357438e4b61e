package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * How many units N of something are occupied, with the exact integrals of N and N² over time. Two
 * readings give the mean and the variance between them, however rare they are: a unit held from
 * second 1 to 4 and another from 2 to 3 give ∫N = 4 and ∫N² = 6.
 *
 * <p>Each change at time τ adds ΔN·τ and Δ(N²)·τ to striped sums; then ∫N up to T is N·T − ΣΔN·τ.
 * That is done in wrapping 64-bit arithmetic, exact as long as one step between two readings stays
 * below 2^63 ns, and every reading folds its step into a double. A reading is taken only when the
 * changes counted before and those summed agree.
 */
public final class Occupancy {

  private static final int N_BITS = 24;
  private static final long CHANGE = 1L << N_BITS;

  /** How many counters an occupancy takes. */
  static final int FIELDS = 3;

  private static final int FIRST = 0;
  private static final int SECOND = 1;
  private static final int SUMMED = 2;
  private static final int LINE = 8;
  private static final int STATE = LINE;
  private static final int PEAK = LINE + 1;
  private static final int TRIES = 500;
  private static final long PAUSE = 20_000;

  /** Changes and units in one word, and the peak, on a cache line that nothing else is on. */
  private final AtomicLongArray words = new AtomicLongArray(3 * LINE);

  private final Lanes lanes;
  private final int offset;

  private final long origin;
  private long lost;
  private long lastFirst;
  private long lastSecond;
  private long lastAt;
  private long lastChanges;
  private double nanos;
  private double squaredNanos;

  /** Begins at a time of the clock that all later calls use, in nanoseconds. */
  public Occupancy(long now) {
    this(now, new Lanes(FIELDS, Stripes.MANY), 0);
  }

  /** One whose counters begin at {@code offset} of these lanes. */
  Occupancy(long now, Lanes lanes, int offset) {
    this.lanes = lanes;
    this.offset = offset;
    origin = now;
    lastAt = now;
  }

  /** One unit more is occupied. */
  public void begin(long now, int stripe) {
    Lane lane = lanes.claim(stripe);
    beginIn(lane, now);
    lane.free();
  }

  void beginIn(Lane lane, long now) {
    long n = units(words.getAndAdd(STATE, CHANGE + 1));
    long high = words.get(PEAK);
    while (n + 1 > high && !words.compareAndSet(PEAK, high, n + 1)) {
      high = words.get(PEAK);
    }
    sum(lane, now - origin, 1, 2 * n + 1);
  }

  /** One unit less is occupied; where none is, nothing changes. */
  public void end(long now, int stripe) {
    Lane lane = lanes.claim(stripe);
    endIn(lane, now);
    lane.free();
  }

  void endIn(Lane lane, long now) {
    long n = units(words.getAndAdd(STATE, CHANGE - 1));
    sum(lane, now - origin, -1, 1 - 2 * n);
    if (n <= 0) {
      beginIn(lane, now);
    }
  }

  /** The units in a state word, below zero for the instant in which an end too many is undone. */
  private static long units(long word) {
    return (word << (64 - N_BITS)) >> (64 - N_BITS);
  }

  private static long changes(long word) {
    return (word - units(word)) >>> N_BITS;
  }

  private void sum(Lane lane, long at, long first, long second) {
    lane.add(offset + FIRST, first * at);
    lane.add(offset + SECOND, second * at);
    lane.add(offset + SUMMED, 1);
  }

  private long sum(int field) {
    return lanes.sum(offset + field);
  }

  /** How many are occupied now. */
  public long inUse() {
    return Math.max(0, units(words.get(STATE)));
  }

  /** Ends all that is still occupied, for instance because its holder is no longer watched. */
  public void drain(long now) {
    while (inUse() > 0) {
      end(now, 0);
    }
  }

  /** Reads, and begins a new peak. */
  public synchronized Reading read(long now) {
    settle(now);
    long n = inUse();
    return new Reading(
        n,
        (lastAt - origin) / 1e9,
        nanos / 1e9,
        squaredNanos / 1e9,
        Math.max(n, words.getAndSet(PEAK, n)));
  }

  /** Brings the integrals up to date; needed every few weeks where nobody reads. */
  public synchronized void settle(long now) {
    for (int i = 0; i < TRIES; i++) {
      long before = words.get(STATE);
      // What is counted as summed before the sums are read is in them.
      long summed = sum(SUMMED) + lost;
      long first = sum(FIRST);
      long second = sum(SECOND);
      long changes = changes(before);
      if (words.get(STATE) == before && changes == (summed & (-1L >>> N_BITS))) {
        fold(now, units(before), first, second, changes);
        return;
      }
      if (i == TRIES - 1 && changes == lastChanges) {
        rebase(now, units(before), first, second, changes);
      }
      lastChanges = i == TRIES - 1 ? changes : lastChanges;
      LockSupport.parkNanos(PAUSE);
    }
  }

  private void fold(long now, long n, long first, long second, long changes) {
    long at = now - origin;
    long stepFirst = n * at - first - lastFirst;
    long stepSecond = n * n * at - second - lastSecond;
    if (stepFirst >= 0 && stepSecond >= 0) {
      nanos += stepFirst;
      squaredNanos += stepSecond;
      keep(now, n * at - first, n * n * at - second, changes);
    }
  }

  /**
   * A change whose sums never arrived, by an error inside them, is given up while N stands still.
   */
  private void rebase(long now, long n, long first, long second, long changes) {
    long at = now - origin;
    nanos += n * (double) (now - lastAt);
    squaredNanos += n * n * (double) (now - lastAt);
    lost = changes - sum(SUMMED);
    keep(now, n * at - first, n * n * at - second, changes);
  }

  private void keep(long now, long first, long second, long changes) {
    lastAt = now;
    lastFirst = first;
    lastSecond = second;
    lastChanges = changes;
  }

  /** Occupancy at one moment. */
  public static final class Reading {

    private final long inUse;
    private final double observedSeconds;
    private final double seconds;
    private final double squaredSeconds;
    private final long peak;

    Reading(long inUse, double observedSeconds, double seconds, double squaredSeconds, long peak) {
      this.inUse = inUse;
      this.observedSeconds = observedSeconds;
      this.seconds = seconds;
      this.squaredSeconds = squaredSeconds;
      this.peak = peak;
    }

    /** N now. */
    public long inUse() {
      return inUse;
    }

    /** The time over which the integrals run, in seconds. */
    public double observedSeconds() {
      return observedSeconds;
    }

    /** ∫N dt since the beginning, in unit-seconds. */
    public double seconds() {
      return seconds;
    }

    /** ∫N² dt since the beginning, in unit²-seconds. */
    public double squaredSeconds() {
      return squaredSeconds;
    }

    /** The highest N since the reading before. */
    public long peak() {
      return peak;
    }
  }
}
