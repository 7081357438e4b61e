package dev.loadline.agent.meter;

import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The measures of one pool. Times are nanoseconds of one clock; a stripe is any number of the
 * thread.
 */
public final class PoolMeter {

  private static final int ASKED = 0;
  private static final int TIMEOUTS = 1;
  private static final int FAILURES = 2;
  private static final int BUSY = 3;

  private static final int WAITS = Occupancy.FIELDS;
  private static final int HOLDS = WAITS + Histogram.FIELDS;
  private static final int UNROUTED = HOLDS + Histogram.FIELDS;

  /** The first field of a unit's own notes. */
  static final int NOTES = UNROUTED + 1;

  private final Lanes lanes = new Lanes(NOTES, Stripes.MANY);
  private final Occupancy occupancy;
  private final Histogram waits = new Histogram(lanes, WAITS);
  private final Histogram holds = new Histogram(lanes, HOLDS);
  private final Cells cells = new Cells(4, Stripes.MANY);
  private final RouteHolds routes = new RouteHolds();
  private final AtomicLong forgotten = new AtomicLong();

  /** Begins at a time of the clock that all later calls use. */
  public PoolMeter(long now) {
    occupancy = new Occupancy(now, lanes, 0);
  }

  /** A thread asks for a connection. */
  public void asked(int stripe) {
    cells.add(stripe, ASKED, 1);
  }

  /** It got one, whose hold is not followed. */
  public void acquired(long waitNanos, int stripe) {
    waits.record(waitNanos, stripe);
  }

  /** It got one, and holds it from now on. */
  void acquired(long waitNanos, long now, Lane lane) {
    occupancy.beginIn(lane, now);
    waits.add(waitNanos, lane);
  }

  /** It got none; the wait counts all the same, or the longest waits would be missing. */
  public void refused(long waitNanos, boolean timeout, int stripe) {
    cells.add(stripe, timeout ? TIMEOUTS : FAILURES, 1);
    waits.record(waitNanos, stripe);
  }

  void begin(long now, int stripe) {
    occupancy.begin(now, stripe);
  }

  /**
   * A hold ends.
   *
   * @param routed whether a request under way accounts for it
   */
  void end(long since, long now, boolean routed, int stripe) {
    Lane lane = lanes.claim(stripe);
    end(since, now, routed, lane);
    lane.free();
  }

  void end(long since, long now, boolean routed, Lane lane) {
    occupancy.endIn(lane, now);
    holds.add(now - since, lane);
    if (!routed) {
      lane.add(UNROUTED, Math.max(0, now - since));
    }
  }

  /** A lane for a unit, which has one holder at a time, with so many fields for its notes. */
  Lane lane(int notes) {
    return lanes.own(notes);
  }

  void disown(Lane gone) {
    lanes.disown(gone);
  }

  /** Requests of this route held connections so long; null where the route cannot be told. */
  void heldBy(@Nullable String route, long nanos) {
    routes.add(route, nanos);
  }

  /** Seconds for which requests of each route held connections, of holds that have ended. */
  public SortedMap<String, Double> holdSecondsByRoute() {
    return routes.read(lanes.sum(UNROUTED));
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
    forgotten.set(cells.sum(ASKED) - waits.count());
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
    return Math.max(0, cells.sum(ASKED) - waits.count() - forgotten.get());
  }

  /** Connections handed out. */
  public long acquired() {
    return Math.max(0, waits.count() - timeouts() - failures());
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
