package dev.loadline.agent.meter;

import org.jspecify.annotations.Nullable;

/**
 * Counts of questions that are answered yes or no: a cache's hits and misses, a limiter's permits
 * granted and refused. Of a limiter also how long the answer took, and of a bulkhead how many
 * permits are out.
 */
public final class TallyMeter {

  private static final int YES = 0;
  private static final int NO = 1;

  private final Cells cells = new Cells(2, Stripes.MANY);
  private final @Nullable Histogram waits;
  private final @Nullable Occupancy occupancy;

  private TallyMeter(@Nullable Histogram waits, @Nullable Occupancy occupancy) {
    this.waits = waits;
    this.occupancy = occupancy;
  }

  /** Counts only. */
  public static TallyMeter counts() {
    return new TallyMeter(null, null);
  }

  /** Counts, and how long the answers took. */
  public static TallyMeter waits() {
    return new TallyMeter(new Histogram(), null);
  }

  /** Counts, waits, and what is out, beginning at a time of the clock that all calls use. */
  public static TallyMeter occupancy(long now) {
    return new TallyMeter(new Histogram(), new Occupancy(now));
  }

  /** So many times yes. */
  public void yes(long count, int stripe) {
    cells.add(stripe, YES, count);
  }

  /** So many times no. */
  public void no(long count, int stripe) {
    cells.add(stripe, NO, count);
  }

  /** An answer took this long, in nanoseconds. */
  public void waited(long nanos, int stripe) {
    if (waits != null) {
      waits.record(nanos, stripe);
    }
  }

  /** A permit is out. */
  public void begin(long now, int stripe) {
    if (occupancy != null) {
      occupancy.begin(now, stripe);
    }
  }

  /** A permit is back. */
  public void end(long now, int stripe) {
    if (occupancy != null) {
      occupancy.end(now, stripe);
    }
  }

  /** Lets go of what is out, whose return nobody will see. */
  public void forget(long now) {
    if (occupancy != null) {
      occupancy.drain(now);
    }
  }

  /** Brings the integrals up to date. */
  public void settle(long now) {
    if (occupancy != null) {
      occupancy.settle(now);
    }
  }

  /** How often the answer was yes. */
  public long yes() {
    return cells.sum(YES);
  }

  /** How often it was no. */
  public long no() {
    return cells.sum(NO);
  }

  /** How long answers took, or null where that is not measured. */
  public Histogram.@Nullable Counts waitCounts() {
    return waits == null ? null : waits.read();
  }

  /** What is out and its integrals, or null where that is not measured. */
  public Occupancy.@Nullable Reading out(long now) {
    return occupancy == null ? null : occupancy.read(now);
  }
}
