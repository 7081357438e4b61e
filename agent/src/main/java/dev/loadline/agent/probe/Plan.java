package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The verbs of which a {@link Probe} is made. */
public final class Plan {

  private static final String CANCELLED = "java.util.concurrent.CancellationException";

  private final ProbeState state;
  private final Watch watch;
  private final List<Hook> hooks = new ArrayList<>();
  private @Nullable Caches caches;
  private @Nullable OpenRequests open;
  private @Nullable Traits lent;

  Plan(ProbeState state, Watch watch) {
    this.state = state;
    this.watch = watch;
  }

  /**
   * A method without parameters that hands out a connection, on the object that is the pool; and
   * the pool's getters of its limit (an int) and of its name.
   */
  public Plan acquire(String type, String method, String limit, String name) {
    Point point = new Point(type, method, false, Wants.RESULT, limit, name);
    return add(new AcquireHook(point, state, watch, limit, name));
  }

  /** A method of the connection that gives it back; a second call changes nothing. */
  public Plan release(String type, String method) {
    state.require(type);
    return add(new ReleaseHook(new Point(type, method, false, Wants.NOTHING), state, watch));
  }

  /** A method of the connection in which the server really works. */
  public Plan busy(String type, String method) {
    state.measuresBusy();
    return add(new BusyHook(new Point(type, method, false, Wants.NOTHING), state, watch, lent));
  }

  /** Methods of a {@link java.sql.Statement} whose names begin so, in which the server works. */
  public Plan statement(String type, String prefix) {
    state.measuresBusy();
    return add(new BusyHook(new Point(type, prefix, true, Wants.NOTHING), state, watch, lent));
  }

  /** The method that closes a pool for good. */
  public Plan closed(String type, String method) {
    return add(new CloseHook(new Point(type, method, false, Wants.NOTHING), state, watch));
  }

  /**
   * A method whose first parameter is one HTTP exchange, called by the thread that answers it; of
   * nested calls the outermost counts.
   */
  public Plan exchange(String type, String method, Exchange exchange) {
    return add(
        new ExchangeHook(
            new Point(type, method, false, Wants.ARGUMENT),
            state,
            watch.server(state),
            exchange,
            watch.turns()));
  }

  /**
   * The caches of this library: for each one the name of the method or field that tells its limit,
   * that tells whether the limit is one of weights instead of entries, and that tells the entries
   * without running code of the application. The verbs up to {@link #aside} are about them.
   */
  public Plan caches(String limit, String weighted, String entries) {
    caches = watch.caches(state, new SubjectTraits("cache", "", limit, weighted, entries));
    return this;
  }

  /** A method with so many parameters that gives the value which the cache has, or null. */
  public Plan lookup(String type, String method, int parameters) {
    Point point = new Point(type, method, false, Wants.SECOND).hidden().parameters(parameters);
    return add(new LookupHook(point, state, cachesOfPlan()));
  }

  /** A method that gives the value which the cache has for its first parameter, or loads it. */
  public Plan compute(String type, String method) {
    return compute(new Point(type, method, false, Wants.CALL).hidden());
  }

  /** As {@link #compute(String, String)}, of those with so many parameters. */
  public Plan compute(String type, String method, int parameters) {
    return compute(new Point(type, method, false, Wants.CALL).hidden().parameters(parameters));
  }

  private Plan compute(Point point) {
    return add(new ComputeHook(point, state, cachesOfPlan()));
  }

  /** A method that returns inside a compute only if the value was not there. */
  public Plan load(String type, String method) {
    Point point = new Point(type, method, false, Wants.NOTHING).hidden();
    return add(new LoadHook(point, state, cachesOfPlan(), null));
  }

  /** As {@link #load(String, String)}, on objects of one class that inherits the method. */
  public Plan load(String type, String method, String only) {
    Point point = new Point(type, method, false, Wants.NOTHING).hidden();
    return add(new LoadHook(point, state, cachesOfPlan(), only));
  }

  /** A method inside a compute in which loads say nothing, such as one that refreshes. */
  public Plan aside(String type, String method) {
    Point point = new Point(type, method, false, Wants.NOTHING).hidden();
    return add(new AsideHook(point, state, cachesOfPlan()));
  }

  private Caches cachesOfPlan() {
    return Objects.requireNonNull(caches, "caches() comes first");
  }

  /**
   * A method in which a request arrives or takes another turn on a thread; it is counted once, from
   * the first arrival to the end of the method or, where it goes on, to {@link #answered}.
   */
  public Plan arrival(String type, String method, Request reader) {
    OpenRequests requests = new OpenRequests(watch.server(state).meter(), reader, watch.turns());
    watch.follow(requests);
    open = requests;
    return add(new ArrivalHook(new Point(type, method, false, Wants.CALL), state, requests));
  }

  /** A method that is called when the pattern of an arrived request is known. */
  public Plan matched(String type, String method, Match match) {
    Point point = new Point(type, method, false, Wants.CALL);
    return add(new MatchHook(point, state, opened(), match));
  }

  /**
   * A method, public or not, of the object that stands for a request: it is answered by then; and
   * the getters by which that object is read.
   */
  public Plan answered(String type, String method, String... getters) {
    Point point = new Point(type, method, false, Wants.NOTHING, getters).hidden();
    return add(new AnswerHook(point, state, opened()));
  }

  private OpenRequests opened() {
    return Objects.requireNonNull(open, "arrival comes first");
  }

  /**
   * Methods without parameters, public or not, that start an object and stop it; between the two
   * its gauges are read whenever somebody asks for the figures.
   */
  public Plan gauges(String type, String start, String stop, Gauges... gauges) {
    List<String> getters = new ArrayList<>();
    for (Gauges each : gauges) {
      getters.addAll(each.getters());
    }
    String[] needed = getters.toArray(new String[0]);
    Point begin = new Point(type, start, false, Wants.NOTHING, needed).parameters(0).hidden();
    Point end = new Point(type, stop, false, Wants.NOTHING).parameters(0).hidden();
    return add(new GaugeHook(begin, state, watch.gaugeList(), gauges))
        .add(new GaugeHook(end, state, watch.gaugeList()));
  }

  /**
   * A method of the pool that takes as its only argument what stands for a request, to be answered
   * later and perhaps by another thread; and the pool's getter of its limit (an int).
   */
  public Plan asked(String pool, String method, String limit) {
    state.require(pool);
    Point point = new Point(pool, method, false, Wants.ARGUMENT, limit).hidden().parameters(1);
    return add(new AskHook(point, state, watch, numbered(limit), false));
  }

  /** A method of the pool that returns what stands for a request, to be answered later. */
  public Plan requested(String pool, String method, int parameters, String limit) {
    Point point = new Point(pool, method, false, Wants.CALL, limit).parameters(parameters);
    return add(new AskHook(point, state, watch, numbered(limit), true));
  }

  /** A method of the request that passes on the unit, its only argument. */
  public Plan granted(String request, String method) {
    Point point = new Point(request, method, false, Wants.ARGUMENT).hidden().parameters(1);
    return add(new GrantHook(point, state, watch, false));
  }

  /**
   * A class that may stand for requests, if it has a method with one parameter that returns the
   * unit or throws, and one that cancels the request.
   */
  public Plan awaited(String request, String get, String cancel) {
    Point got = new Point(request, get, false, Wants.CALL).parameters(1).optional();
    Point cancelled = new Point(request, cancel, false, Wants.NOTHING).parameters(0).optional();
    return add(new GrantHook(got, state, watch, true))
        .add(new DenyHook(cancelled, state, watch, false));
  }

  /** A method of the request that ends it without a unit; its argument may tell why. */
  public Plan denied(String request, String method, int parameters) {
    Wants wants = parameters == 0 ? Wants.NOTHING : Wants.ARGUMENT;
    Point point = new Point(request, method, false, wants).hidden().parameters(parameters);
    return add(new DenyHook(point, state, watch, false));
  }

  /** A method of the request, without parameters, that runs when its time is over. */
  public Plan expired(String request, String method) {
    Point point = new Point(request, method, false, Wants.NOTHING).hidden().parameters(0);
    return add(new DenyHook(point, state, watch, true));
  }

  /** A method that takes back the unit, its first argument, and may at once hand it out again. */
  public Plan takenBack(String type, String method) {
    state.require(type);
    Point point = new Point(type, method, false, Wants.ARGUMENT).hidden();
    return add(new GiveBackHook(point, state, watch, true));
  }

  /**
   * A method that takes back the unit, its first argument, or without parameters one of the unit
   * itself; the hold ends when it returns.
   */
  public Plan returned(String type, String method, int parameters) {
    state.require(type);
    Wants wants = parameters == 0 ? Wants.NOTHING : Wants.ARGUMENT;
    Point point = new Point(type, method, false, wants).parameters(parameters);
    return add(new GiveBackHook(point, state, watch, false));
  }

  /** A method of a pool without a name that waits for a unit and returns it. */
  public Plan leased(String pool, String method, int parameters, String limit) {
    Point point = new Point(pool, method, false, Wants.CALL, limit).hidden().parameters(parameters);
    return add(new LeaseHook(point, state, watch, numbered(limit)));
  }

  /**
   * Public methods of a pool without a name that wait for a unit and return it, whatever their
   * parameters; one may call another. The limit is an int that the pool's settings tell, an object
   * in this field of the pool.
   */
  public Plan leasedByAny(String pool, String method, String settings, String limit) {
    Point point = new Point(pool, method, false, Wants.CALL);
    NumberedPools pools = new NumberedPools(state, watch, settings, Getter.ofInt(limit));
    return add(new LeaseHook(point, state, watch, pools));
  }

  private NumberedPools numbered(String limit) {
    return new NumberedPools(state, watch, null, Getter.ofInt(limit));
  }

  private Plan add(Hook hook) {
    hooks.add(hook);
    return this;
  }

  List<Hook> hooks() {
    return hooks;
  }

  /**
   * Public methods without parameters of the object that is the pool, or of one inside it, which
   * hand something out; of nested calls the outermost counts.
   */
  public Plan acquire(String type, String method, Traits traits) {
    return acquire(new Point(type, method, false, Wants.RESULT, traits.getters()), traits);
  }

  /** Methods with so many parameters, public or not. */
  public Plan acquire(String type, String method, int parameters, Traits traits) {
    Point point = new Point(type, method, false, Wants.RESULT, traits.getters());
    return acquire(point.parameters(parameters).hidden(), traits);
  }

  private Plan acquire(Point point, Traits traits) {
    lent = traits;
    return add(new BorrowHook(point, state, watch, traits));
  }

  /** Methods that give back, of classes of which an application loads at least one. */
  public Plan releaseOfAny(String method, String... types) {
    state.requireAny(types);
    for (String type : types) {
      add(new ReleaseHook(new Point(type, method, false, Wants.NOTHING), state, watch));
    }
    return this;
  }

  /** Methods, public or not, of a pool that takes back what it gets as their first argument. */
  public Plan takesBack(String type, String method) {
    Point point = new Point(type, method, false, Wants.ARGUMENT);
    return add(new ReturnHook(point.hidden(), state, watch));
  }

  /** The method, public or not, with so many parameters that closes a pool for good. */
  public Plan closed(String type, String method, int parameters) {
    Point point = new Point(type, method, false, Wants.NOTHING);
    return add(new CloseHook(point.parameters(parameters).hidden(), state, watch));
  }

  /** A method, public or not, with so many parameters, inside which no acquire counts. */
  public Plan notInside(String type, String method, int parameters) {
    Point point = new Point(type, method, false, Wants.NOTHING);
    return add(new InsideHook(point.parameters(parameters).hidden(), state, watch));
  }

  /**
   * A pool of threads that is made like the JDK's, with a nested class Worker.
   *
   * @param forces whether what its handler turned away may be queued after all, so that only what
   *     {@code execute} throws is a rejection
   */
  public Plan executor(String type, boolean forces) {
    ExecutorWatch executors = watch.executors();
    Point submit = new Point(type, "execute", false, Wants.ARGUMENT).parameters(1);
    add(new SubmitHook(submit, state, executors, forces));
    if (!forces) {
      Point reject = new Point(type, "reject", false, Wants.ARGUMENT).parameters(1).hidden();
      add(new RejectHook(reject, state, executors));
    }
    Point task = new Point(type, "getTask", false, Wants.RESULT).hidden();
    add(new TaskHook(task, state, executors));
    Point exit = new Point(type, "processWorkerExit", false, Wants.NOTHING).hidden();
    add(new WorkerExitHook(exit, state, executors));
    Point worker = new Point(type + "$Worker", "run", false, Wants.WORKER).parameters(0);
    return add(new WorkerHook(worker, state, executors));
  }

  /**
   * A connection over which commands are answered in the order in which they were sent: its methods
   * that send one, whatever their shape; that read one answer; and that hang up.
   */
  public Plan conversation(
      String type, String send, String read, String hangUp, Commands commands) {
    Clients clients = watch.clients(state);
    Point sent = new Point(type, send, false, Wants.PAIR).hidden();
    Point answered = new Point(type, read, false, Wants.RESULT).hidden().parameters(0);
    Point ended = new Point(type, hangUp, false, Wants.NOTHING).parameters(0);
    return add(new SendHook(sent, state, clients, commands))
        .add(new ReplyHook(answered, state, clients, commands))
        .add(new HangUpHook(ended, state, clients));
  }

  /**
   * Commands that are objects: the method of the connection that takes one or a list of them, and
   * the class whose methods complete, completeExceptionally and cancel end one.
   */
  public Plan dispatch(String connection, String method, String command, Dispatched commands) {
    Clients clients = watch.clients(state);
    Point given = new Point(connection, method, false, Wants.ARGUMENT).parameters(1);
    Point done = new Point(command, "complete", false, Wants.NOTHING).parameters(0);
    Point failed = new Point(command, "completeExceptionally", false, Wants.ARGUMENT).parameters(1);
    Point cancelled = new Point(command, "cancel", false, Wants.NOTHING).parameters(0);
    return add(new DispatchHook(given, state, clients, commands))
        .add(new EndHook(done, state, clients, commands, ""))
        .add(new EndHook(failed, state, clients, commands, "_OTHER"))
        .add(new EndHook(cancelled, state, clients, commands, CANCELLED));
  }

  /**
   * Methods of a pool whose names begin so, with one parameter: what waits for its turn to run, as
   * far as it does not throw; and the pool's getter of its limit (an int).
   */
  public Plan queued(String pool, String prefix, String limit) {
    Point point = new Point(pool, prefix, true, Wants.ARGUMENT, limit).hidden().parameters(1);
    return add(new AskHook(point, state, watch, numbered(limit), false))
        .add(new DropHook(point, state, watch, true));
  }

  /** Methods of a pool whose names begin so: their argument has run, or never will. */
  public Plan dropped(String pool, String prefix) {
    Point point = new Point(pool, prefix, true, Wants.ARGUMENT).hidden().parameters(1);
    return add(new DropHook(point, state, watch, false));
  }

  /** A class of what waits for its turn; it runs in one of these methods, and may be refused. */
  public Plan runs(String type, String run, String olderRun, String refused) {
    for (String method : new String[] {run, olderRun}) {
      Point point = new Point(type, method, false, Wants.NOTHING).hidden().parameters(0);
      add(new RunHook(point.optional(), state, watch));
    }
    Point denied = new Point(type, refused, true, Wants.NOTHING).hidden().optional();
    return add(new DenyHook(denied, state, watch, false));
  }

  /** Methods whose names begin so, in which the application makes an HTTP request. */
  public Plan calls(String type, String prefix, Outgoing calls) {
    Clients clients = watch.clients(state);
    clients.overHttp();
    Point point = new Point(type, prefix, true, Wants.CALL).hidden();
    return add(new CallHook(point, state, clients, calls));
  }

  /** From the first call of this method on the object's gauges are read. */
  public Plan gaugesFrom(String type, String method, Gauges gauges) {
    return gaugesFrom(first(type, method, gauges), gauges);
  }

  /** The same where the class has the method. */
  public Plan gaugesIfThere(String type, String method, Gauges gauges) {
    return gaugesFrom(first(type, method, gauges).optional(), gauges);
  }

  private static Point first(String type, String method, Gauges gauges) {
    String[] needed = gauges.getters().toArray(new String[0]);
    return new Point(type, method, false, Wants.NOTHING, needed).hidden();
  }

  private Plan gaugesFrom(Point point, Gauges gauges) {
    return add(new GaugeHook(point, state, watch.gaugeList(), gauges));
  }

  /** Once this method is called, the object's gauges are read no more. */
  public Plan gaugesUntil(String type, String method) {
    Point point = new Point(type, method, false, Wants.NOTHING);
    return add(new GaugeHook(point, state, watch.gaugeList()));
  }

  /**
   * Public methods with one parameter that hand something out; of those that differ in its type
   * rather those with this one, which the others call and a subclass may override.
   */
  public Plan acquireBy(String type, String method, String parameter, Traits traits) {
    Point point = new Point(type, method, false, Wants.RESULT, traits.getters());
    return acquire(point.parameters(1).rather(parameter), traits);
  }
}
