package dev.loadline.agent.meter;

/**
 * The measures of one pool of threads: how many run a task, how long tasks were queued and how long
 * they ran. Times are nanoseconds of one clock; a stripe is any number of the thread.
 */
public final class WorkersMeter {

  private static final int STARTED = 0;
  private static final int REJECTED = 1;
  private static final long STEP = 100_000_000;
  private static final long GRACE = 1_000_000_000;

  private final Occupancy occupancy;
  private final Histogram waits = new Histogram(Stripes.FEW);
  private final Histogram holds = new Histogram(Stripes.FEW);
  private final Cells cells = new Cells(2, Stripes.FEW);
  private volatile long reached;
  private volatile boolean empty;
  private volatile boolean ordered;

  /** Begins at a time of the clock that all later calls use. */
  public WorkersMeter(long now) {
    occupancy = new Occupancy(now);
    reached = now;
  }

  void begin(long now, int stripe) {
    cells.add(stripe, STARTED, 1);
    occupancy.begin(now, stripe);
  }

  void end(long since, long now, int stripe) {
    occupancy.end(now, stripe);
    holds.record(now - since, stripe);
  }

  void lost(long now) {
    occupancy.end(now, 0);
  }

  /** A task that was due, or put in the queue, this long ago is started. */
  public void waited(long nanos, int stripe) {
    waits.record(nanos, stripe);
  }

  /** A task is turned away, or run by whoever brought it. */
  public void rejected(int stripe) {
    cells.add(stripe, REJECTED, 1);
  }

  /** The task that is started came at this time; told in steps, for threads write here in turns. */
  public void reached(long queuedAt) {
    if (queuedAt - reached > STEP) {
      reached = queuedAt;
    }
  }

  /**
   * What the queue is like.
   *
   * @param nowEmpty whether no task is in it
   * @param firstInFirstOut whether tasks leave it in the order in which they came
   */
  public void queue(boolean nowEmpty, boolean firstInFirstOut) {
    empty = nowEmpty;
    ordered = firstInFirstOut;
  }

  /** Whether a task that came then cannot be in the queue any more, removed without a start. */
  boolean gone(long queuedAt, long now) {
    return now - queuedAt > GRACE && (empty || (ordered && reached - queuedAt > GRACE));
  }

  /** Brings the integrals up to date. */
  public void settle(long now) {
    occupancy.settle(now);
  }

  /** Threads that run a task, and their integrals; begins a new peak. */
  public Occupancy.Reading occupancy(long now) {
    return occupancy.read(now);
  }

  /** How long tasks waited for a thread, of those started. */
  public Histogram.Counts waits() {
    return waits.read();
  }

  /** How long tasks ran, of those finished. */
  public Histogram.Counts holds() {
    return holds.read();
  }

  /** Tasks started. */
  public long started() {
    return cells.sum(STARTED);
  }

  /** Tasks turned away. */
  public long rejected() {
    return cells.sum(REJECTED);
  }
}
