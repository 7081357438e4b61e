package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;
import java.util.List;

/** What to hook of one library, by the kind of thing that it has. */
public final class Plan {

  private final Hooks hooks;

  Plan(ProbeState state, Watch watch) {
    hooks = new Hooks(state, watch);
  }

  List<Hook> hooks() {
    return hooks.list();
  }

  /** Pools that a thread asks and waits for, and that say what they are called: JDBC's mostly. */
  public PoolPlan pools(Traits traits) {
    return new PoolPlan(hooks, traits);
  }

  /** Pools whose own records of what they lend tell all, of which no acquire need be followed. */
  public UnitPlan units(Traits traits) {
    return new UnitPlan(hooks, traits);
  }

  /** Pools without names, whose callers wait; by this public getter they tell their limit. */
  public LeasePlan leases(String limit) {
    return new LeasePlan(hooks, new NumberedPools(hooks, Getter.ofInt(limit)), limit);
  }

  /** As {@link #leases(String)}, where an object in a field of the pool has the getter. */
  public LeasePlan leases(String field, String limit) {
    NumberedPools pools = new NumberedPools(hooks, Getter.ofInt(limit)).settings(field);
    return new LeasePlan(hooks, pools);
  }

  /** Pools without names that answer later; by this public getter they tell their limit. */
  public AsyncPoolPlan asyncPools(String limit) {
    return new AsyncPoolPlan(hooks, limit);
  }

  /**
   * What lets so many run at a time, and the rest wait; by this public getter it tells how many.
   */
  public TurnPlan turns(String limit) {
    return new TurnPlan(hooks, limit);
  }

  /**
   * Pools of slots as Vert.x has them.
   *
   * @param limit the field of the limit (an int)
   * @param connectors what the names of the classes begin with that connect for the pools meant
   * @param shared paths of which one is false or 1 where a slot is not shared, so that the limit is
   *     one
   */
  public SlotPoolPlan slotPools(String limit, String connectors, String... shared) {
    return new SlotPoolPlan(hooks, limit, connectors, shared);
  }

  /** What answers requests from outside. */
  public ServerPlan servers() {
    return new ServerPlan(hooks);
  }

  /** Pools of threads, and the threads of event loops. */
  public ThreadPlan threads() {
    return new ThreadPlan(hooks);
  }

  /** What is called at other servers. */
  public ClientPlan clients() {
    return new ClientPlan(hooks);
  }

  /** Figures that objects tell of themselves, read whenever somebody asks for them. */
  public GaugePlan gauges(Gauges... gauges) {
    return new GaugePlan(hooks, gauges);
  }

  /**
   * Caches.
   *
   * @param limit the name of the method or field that tells the limit
   * @param weighted the same of whether the limit is one of weights instead of entries
   * @param entries the same of the entries, without running code of the application
   */
  public CachePlan caches(String limit, String weighted, String entries) {
    return new CachePlan(hooks, new SubjectTraits("cache", "", limit, weighted, entries));
  }

  /** Caches, of which those are left out that have something by this path. */
  public CachePlan cachesUnless(String path) {
    return new CachePlan(hooks, new SubjectTraits("cache", "", "", "", "").unless(path));
  }

  /**
   * Limiters that hand out permits over time: paths to the name, to the permits and to the
   * nanoseconds in which there are so many, or empty if it is a second.
   */
  public LimiterPlan rates(String name, String permits, String period) {
    SubjectTraits traits = new SubjectTraits("rate-limit", name, permits, "", "").per(period);
    return new LimiterPlan(hooks, traits, false, false);
  }

  /** Limiters that are without a name and many, as one without a limit. */
  public LimiterPlan ratesTogether() {
    SubjectTraits traits = new SubjectTraits("rate-limit", "", "", "", "");
    return new LimiterPlan(hooks, traits, false, true);
  }

  /** Limiters whose permits come back: paths to the name and to the limit. */
  public LimiterPlan slots(String name, String limit) {
    SubjectTraits traits = new SubjectTraits("workers", name, limit, "", "");
    return new LimiterPlan(hooks, traits, true, false);
  }

  /**
   * Databases that have one writer: what their addresses begin with, and public getters of a
   * connection of which one tells its address.
   */
  public WriterPlan writers(String prefix, String... addresses) {
    return new WriterPlan(hooks, prefix, addresses);
  }

  /** A class of versions that the probe does not fit. */
  public void tooOld(String type) {
    Point point = hooks.named(type, "newer version", Wants.NOTHING);
    hooks.add(new InsideHook(point, hooks.state, hooks.watch));
  }

  /** Databases inside the process whose transactions wait for one another. */
  public LockPlan locks() {
    return new LockPlan(hooks);
  }

  /** Objects of this kind that open and close, all of the library's as one under this name. */
  public OpeningPlan openings(String kind, String name) {
    return new OpeningPlan(hooks, kind, name);
  }

  /** Caches of which this path gives the name, and that tell neither a limit nor their entries. */
  public CachePlan cachesNamed(String name) {
    return new CachePlan(hooks, new SubjectTraits("cache", name, "", "", ""));
  }
}
