package dev.loadline.agent.meter;

/**
 * The measures of one pool. Times are nanoseconds of one clock; a stripe is any number of the
 * thread.
 */
public final class PoolMeter {

  private static final int WAITING = 0;
  private static final int ACQUIRED = 1;
  private static final int TIMEOUTS = 2;
  private static final int FAILURES = 3;
  private static final int BUSY = 4;

  private final Occupancy occupancy;
  private final Histogram waits = new Histogram();
  private final Histogram holds = new Histogram();
  private final Cells cells = new Cells(5, Stripes.MANY);

  /** Begins at a time of the clock that all later calls use. */
  public PoolMeter(long now) {
    occupancy = new Occupancy(now);
  }

  /** A thread asks for a connection. */
  public void asked(int stripe) {
    cells.add(stripe, WAITING, 1);
  }

  /** It got one. */
  public void acquired(long waitNanos, int stripe) {
    cells.add(stripe, WAITING, -1);
    cells.add(stripe, ACQUIRED, 1);
    waits.record(waitNanos, stripe);
  }

  /** It got none; the wait counts all the same, or the longest waits would be missing. */
  public void refused(long waitNanos, boolean timeout, int stripe) {
    cells.add(stripe, WAITING, -1);
    cells.add(stripe, timeout ? TIMEOUTS : FAILURES, 1);
    waits.record(waitNanos, stripe);
  }

  void begin(long now, int stripe) {
    occupancy.begin(now, stripe);
  }

  void end(long since, long now, int stripe) {
    occupancy.end(now, stripe);
    holds.record(now - since, stripe);
  }

  /** A statement ran this long on a held connection. */
  public void busy(long nanos, int stripe) {
    cells.add(stripe, BUSY, nanos);
  }

  void lost(long now) {
    occupancy.end(now, 0);
  }

  /** Forgets waits under way, whose ends nobody will see. */
  public void forgetWaits() {
    cells.clear(WAITING);
  }

  /** Brings the integrals up to date. */
  public void settle(long now) {
    occupancy.settle(now);
  }

  /** N and its integrals; begins a new peak. */
  public Occupancy.Reading occupancy(long now) {
    return occupancy.read(now);
  }

  /** How long threads waited for a connection, whether they got one or not. */
  public Histogram.Counts waits() {
    return waits.read();
  }

  /** How long connections were held, of those returned. */
  public Histogram.Counts holds() {
    return holds.read();
  }

  /** Threads inside the acquire method now. */
  public long waiting() {
    return Math.max(0, cells.sum(WAITING));
  }

  /** Connections handed out. */
  public long acquired() {
    return cells.sum(ACQUIRED);
  }

  /** Acquires that ended without a connection because time ran out. */
  public long timeouts() {
    return cells.sum(TIMEOUTS);
  }

  /** Acquires that ended without a connection for another reason. */
  public long failures() {
    return cells.sum(FAILURES);
  }

  /** Time in which statements ran, in seconds. */
  public double busySeconds() {
    return cells.sum(BUSY) / 1e9;
  }
}
