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
  private @Nullable Limiters limiters;
  private @Nullable PoolMakers makers;
  private @Nullable NumberedPools leased;
  private @Nullable Writers writers;

  Plan(ProbeState state, Watch watch) {
    this.state = state;
    this.watch = watch;
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
    NumberedPools pools = new NumberedPools(state, watch, settings, Getter.ofInt(limit), makers);
    leased = pools;
    return add(new LeaseHook(point, state, watch, pools));
  }

  private NumberedPools numbered(String limit) {
    return new NumberedPools(state, watch, null, Getter.ofInt(limit), makers);
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
    Point sent = new Point(type, send, false, Wants.BOTH).hidden();
    Point answered = new Point(type, read, false, Wants.RESULT).hidden().parameters(0);
    Point ended = new Point(type, hangUp, false, Wants.NOTHING).parameters(0);
    return add(new SendHook(sent, state, clients, commands))
        .add(new AnsweredHook(answered, state, clients, commands))
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
      add(new TurnHook(point.optional(), state, watch));
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

  /**
   * A method, public or not, in which a pool lends a unit that it keeps and will lend again.
   *
   * @param pool the path to the pool
   * @param nanos the path to the time by {@link System#nanoTime} which the library read just
   *     before, where it has one
   */
  public Plan lends(String unit, String method, String pool, String nanos, Traits traits) {
    Point point = new Point(unit, method, false, Wants.ENTRY).hidden().owner(pool).time(nanos);
    return add(new LendHook(point, state, watch, traits));
  }

  /** A method, public or not, in which a unit that was lent is the pool's again, if not before. */
  public Plan recalls(String type, String method, String unit, String nanos) {
    state.require(type);
    Point point = new Point(type, method, false, Wants.ENTRY).hidden().subject(unit).time(nanos);
    return add(new RecallHook(point, state, watch));
  }

  /** As {@link #recalls(String, String, String, String)}, where some versions have the method. */
  public Plan recallsIfThere(String unit, String method, int parameters) {
    Point point = new Point(unit, method, false, Wants.ENTRY).hidden().parameters(parameters);
    return add(new RecallHook(point.optional(), state, watch));
  }

  /** A method that a thread enters once it finds that it has to wait for a unit. */
  public Plan waits(String type, String method) {
    return add(new WaitHook(new Point(type, method, false, Wants.ENTRY).hidden(), state, watch));
  }

  /** As {@link #waits}, where some versions have the method. */
  public Plan waitsIfThere(String type, String method) {
    Point point = new Point(type, method, false, Wants.ENTRY).hidden().optional();
    return add(new WaitHook(point, state, watch));
  }

  /** Methods with so many parameters that throw where the pool has no unit to lend. */
  public Plan refuses(String type, String method, int parameters, String pool, Traits traits) {
    Point point = new Point(type, method, false, Wants.FAILURE).parameters(parameters);
    return add(new RefuseHook(point.subject(pool), state, watch, traits));
  }

  /** The method that closes a pool for good, of a class that has all that the traits ask for. */
  public Plan closed(String type, String method, Traits traits) {
    Point point = new Point(type, method, false, Wants.NOTHING, traits.getters());
    return add(new CloseHook(point, state, watch));
  }

  /** As {@link #busy(String, String)}, with the path to the unit that the pool keeps. */
  public Plan busyUnit(String type, String method, String unit) {
    return busy(new Point(type, method, false, Wants.NOTHING).subject(unit));
  }

  /** As {@link #statement(String, String)}, with the path to the unit that the pool keeps. */
  public Plan statementOfUnit(String type, String prefix, String unit) {
    return busy(new Point(type, prefix, true, Wants.NOTHING).subject(unit));
  }

  private Plan busy(Point point) {
    state.measuresBusy();
    return add(new WorkHook(point, state, watch));
  }

  /** As {@link #arrival}, of a static method whose second argument the reader gets. */
  public Plan arrivalInStatic(String type, String method, Request reader) {
    OpenRequests requests = new OpenRequests(watch.server(state).meter(), reader, watch.turns());
    watch.follow(requests);
    open = requests;
    return add(new ArrivalHook(new Point(type, method, false, Wants.ARGUMENTS), state, requests));
  }

  /** As {@link #matched}, of a method, public or not, whose second argument the match gets. */
  public Plan matchedBySecond(String type, String method, Match match) {
    Point point = new Point(type, method, false, Wants.SECOND).hidden();
    return add(new MatchHook(point, state, opened(), match));
  }

  /**
   * A method, public or not, without parameters, in which the thread of an event loop spends its
   * life; and by what path of methods and fields the loop tells how many loops its group has and
   * how many tasks wait for it, each empty if by none. A class without the method is another one.
   */
  public Plan loop(String type, String method, String loops, String waiting) {
    Point point = new Point(type, method, false, Wants.NOTHING).parameters(0).hidden().optional();
    return add(new LoopHook(point, state, watch.loopList(), loops, waiting));
  }

  /** A pool of threads and the class, nested in it, of its tasks, which keep what they wrap. */
  public Plan tasks(String pool, String task) {
    ExecutorWatch executors = watch.executors();
    Point submit = new Point(pool, "execute", false, Wants.ARGUMENT, "getMaximumPoolSize");
    add(new SubmitHook(submit.parameters(1), state, executors, true));
    return add(
        new RunHook(new Point(task, "run", false, Wants.TASK).parameters(0), state, executors));
  }

  /** The requests are calls of another protocol than HTTP, with statuses of its own. */
  public Plan protocol(String name) {
    watch.server(state).speaks(name);
    return this;
  }

  /** As {@link #matched}, of a method, if there is one, whose first two arguments matter. */
  public Plan matchedByArguments(String type, String method, Match match) {
    Point point = new Point(type, method, false, Wants.ARGUMENTS).hidden().optional();
    return add(new MatchHook(point, state, opened(), match));
  }

  /** A method of what stands for a request that answers it with its first argument. */
  public Plan replied(String type, String method, Reply reply) {
    Point point = new Point(type, method, false, Wants.ARGUMENT);
    return add(new ReplyHook(point, state, opened(), reply));
  }

  /**
   * A method, public or not, of an object that has in this field what stands for a request, which
   * is answered by then; its status is that of the reply, or with null what the request says.
   */
  public Plan ended(String type, String method, String field, @Nullable Reply reply) {
    Point point = new Point(type, method, false, Wants.PART).hidden().subject("this." + field);
    return add(new ReplyHook(point, state, opened(), reply));
  }

  /**
   * As {@link #arrival}, of methods that are not public, of a class that may lack them; all such of
   * a probe are read alike.
   */
  public Plan arrivalIfThere(String type, String method, Request reader) {
    if (open == null) {
      open = new OpenRequests(watch.server(state).meter(), reader, watch.turns());
      watch.follow(open);
    }
    Point point = new Point(type, method, false, Wants.CALL).hidden().optional();
    return add(new ArrivalHook(point, state, opened()));
  }

  /** As {@link #answered}, of a class that may lack the method. */
  public Plan answeredIfThere(String type, String method) {
    Point point = new Point(type, method, false, Wants.NOTHING).hidden().optional();
    return add(new AnswerHook(point, state, opened()));
  }

  /**
   * A method, if there is one, of what stands for a request, that tells the pattern by its
   * argument, perhaps several times; the last one holds.
   */
  public Plan routed(String type, String method) {
    Point point = new Point(type, method, false, Wants.ARGUMENT).optional();
    return add(new RoutedHook(point, state, opened()));
  }

  /**
   * The limiters of this library that hand out permits over time: paths to the name, to the permits
   * and to the nanoseconds in which there are so many, or empty if it is a second. The verbs up to
   * {@link #permitBack} are about them.
   */
  public Plan rates(String name, String permits, String period) {
    SubjectTraits traits = new SubjectTraits("rate-limit", name, permits, "", "").per(period);
    limiters = watch.limiters(state, traits, false, false);
    return this;
  }

  /** The limiters of this library, which are without a name and many, as one without a limit. */
  public Plan ratesTogether() {
    SubjectTraits traits = new SubjectTraits("rate-limit", "", "", "", "");
    limiters = watch.limiters(state, traits, false, true);
    return this;
  }

  /** The limiters of this library whose permits come back: paths to the name and to the limit. */
  public Plan slots(String name, String limit) {
    SubjectTraits traits = new SubjectTraits("workers", name, limit, "", "");
    limiters = watch.limiters(state, traits, true, false);
    return this;
  }

  /**
   * A public method that asks a limiter for permits, as many as its first argument if that is a
   * number, otherwise for one; false refuses. Names that versions use are separated by a bar.
   */
  public Plan permit(String type, String method) {
    Point point = new Point(type, method, false, Wants.CALL);
    return permit(point, PermitHook.Answer.FALSE_REFUSES, "");
  }

  /** As {@link #permit(String, String)}, of those with so many parameters. */
  public Plan permit(String type, String method, int parameters) {
    Point point = new Point(type, method, false, Wants.CALL).parameters(parameters);
    return permit(point, PermitHook.Answer.FALSE_REFUSES, "");
  }

  /** A method with so many parameters whose result says by this getter whether it was granted. */
  public Plan permit(String type, String method, int parameters, String getter) {
    Point point = new Point(type, method, false, Wants.CALL).parameters(parameters);
    return permit(point, PermitHook.Answer.OBJECT, getter);
  }

  /** A method with so many parameters that waits until the limiter grants. */
  public Plan permits(String type, String method, int parameters) {
    Point point = new Point(type, method, false, Wants.FIRST).parameters(parameters);
    return permit(point, PermitHook.Answer.FALSE_REFUSES, "");
  }

  /**
   * A method, public or not, that tells after how many nanoseconds permits may be used, for which
   * its caller waits; below zero, or the greatest number, means never.
   */
  public Plan reservation(String type, String method) {
    Point point = new Point(type, method, false, Wants.CALL).hidden();
    return permit(point, PermitHook.Answer.NANOS, "");
  }

  /** Methods that take as many permits as there are, and tell how many that was. */
  public Plan permitsLeft(String type, String method) {
    Point point = new Point(type, method, false, Wants.CALL);
    return permit(point, PermitHook.Answer.GRANTED, "");
  }

  private Plan permit(Point point, PermitHook.Answer answer, String getter) {
    return add(new PermitHook(point, state, limitersOfPlan(), answer, getter));
  }

  /** A method of the limiter that takes a permit back. */
  public Plan permitBack(String type, String method) {
    Point point = new Point(type, method, false, Wants.NOTHING);
    return add(new PermitBackHook(point, state, limitersOfPlan()));
  }

  private Limiters limitersOfPlan() {
    return Objects.requireNonNull(limiters, "rates() or slots() comes first");
  }

  /** Methods, public or not, inside which no acquire counts, whatever their parameters. */
  public Plan notInside(String type, String method) {
    Point point = new Point(type, method, false, Wants.NOTHING);
    return add(new InsideHook(point.hidden(), state, watch));
  }

  /** Methods of a pool that takes back what it gets as their second argument. */
  public Plan takesBackSecond(String type, String method) {
    return add(new ReturnHook(new Point(type, method, false, Wants.SECOND), state, watch));
  }

  /** The pools have names, but may be of anything, not only of connections to a database. */
  public Plan poolsAnything() {
    state.poolsAnything();
    return this;
  }

  /**
   * Methods, public or not, that make a pool without a name of what is their first argument; a
   * field of that has the name. What names pools comes before what asks them.
   */
  public Plan namedByArgument(String type, String method, String name) {
    return named(type, method, new PoolMakers(name, null, null));
  }

  /**
   * Methods, public or not, that make a pool without a name; the maker has a name in one field, in
   * another a map of its pools, whose keys have the address of each in a third.
   */
  public Plan namedByMaker(String type, String method, String name, String pools, String address) {
    return named(type, method, new PoolMakers(name, pools, address));
  }

  private Plan named(String type, String method, PoolMakers by) {
    makers = by;
    Point point = new Point(type, method, false, Wants.CALL).hidden().optional();
    return add(new MadeHook(point, state, by));
  }

  /**
   * The pools that {@link #leasedByAny} names answer later, too: a method with two parameters, of
   * which the first stands for the request, one that gets the request and the unit, and one that
   * gets a failure and the request. Versions that lack one of them are not followed here.
   */
  public Plan checkedOut(String pool, String ask, String grant, String deny) {
    NumberedPools pools = Objects.requireNonNull(leased, "leasedByAny comes first");
    Point asked = new Point(pool, ask, false, Wants.ARGUMENT).parameters(2).optional();
    Point granted =
        new Point(pool, grant, false, Wants.ARGUMENTS).hidden().parameters(3).optional();
    Point denied = new Point(pool, deny, false, Wants.ARGUMENTS).hidden().parameters(3).optional();
    return add(new CheckoutHook(asked, state, CheckoutHook.Step.ASKED, watch, pools))
        .add(new CheckoutHook(granted, state, CheckoutHook.Step.GRANTED, watch, pools))
        .add(new CheckoutHook(denied, state, CheckoutHook.Step.DENIED, watch, pools));
  }

  /** A class of versions that the probe does not fit. */
  public Plan tooOld(String type) {
    return add(
        new InsideHook(new Point(type, "newer version", false, Wants.NOTHING), state, watch));
  }

  /**
   * A pool of slots as Vert.x has it, with its nested classes; the field of its limit (an int),
   * what the names of the classes begin with that connect for the pools meant, and paths of which
   * one is false or 1 where a slot is not shared, so that the limit is one.
   */
  public Plan slotPool(String pool, String limit, String connectors, String... shared) {
    NumberedPools pools = new NumberedPools(state, watch, null, Getter.intField(limit), makers);
    pools.unlessShared(shared);
    Point ask = new Point(pool + "$Acquire", "execute", false, Wants.CALL).parameters(1);
    Point grant = new Point(pool + "$LeaseImpl", "emit", false, Wants.NOTHING).parameters(0);
    Point take = new Point(pool, "recycle", false, Wants.ARGUMENT).parameters(1);
    Point remove = new Point(pool + "$Slot", "onRemove", false, Wants.NOTHING);
    Point cancel = new Point(pool + "$Cancel", "execute", false, Wants.NOTHING);
    Point fail = new Point(pool + "$ConnectFailed", "execute", false, Wants.NOTHING);
    return slot(ask, SlotPoolHook.Step.ASKED, pools, connectors)
        .slot(grant.hidden(), SlotPoolHook.Step.GRANTED, pools, connectors)
        .slot(take.hidden(), SlotPoolHook.Step.RETURNED, pools, connectors)
        .slot(remove, SlotPoolHook.Step.REMOVED, pools, connectors)
        .slot(cancel, SlotPoolHook.Step.CANCELLED, pools, connectors)
        .slot(fail, SlotPoolHook.Step.FAILED, pools, connectors)
        .closed(pool, "close");
  }

  private Plan slot(Point point, SlotPoolHook.Step step, NumberedPools pools, String connectors) {
    return add(new SlotPoolHook(point, state, step, watch, pools, connectors));
  }

  /** A method without parameters, public or not, of the unit itself; then the next may have it. */
  public Plan goesBack(String unit, String method) {
    state.require(unit);
    Point point = new Point(unit, method, false, Wants.NOTHING).parameters(0);
    return add(new ReturnHook(point.hidden(), state, watch));
  }

  /** A method, public or not, that makes caches of one class under the name that it gets first. */
  public Plan cacheNamed(String type, String method, String only) {
    Point point = new Point(type, method, false, Wants.CALL).hidden();
    return add(new NamingHook(point, state, cachesOfPlan(), only));
  }

  /**
   * A method, public or not, in which caches of one class count what several lookups gave: which of
   * the two constants, by name, and how many. A class without it counts elsewhere.
   */
  public Plan bulk(String type, String method, String only, String hits, String misses) {
    Point point = new Point(type, method, false, Wants.PAIR).hidden().parameters(2).optional();
    return add(new BulkHook(point, state, cachesOfPlan(), only, hits, misses));
  }

  /**
   * The databases of this library that have one writer: what their addresses begin with, and public
   * getters of a connection of which one tells its address. The verbs up to {@link #writeEnds} are
   * about them.
   */
  public Plan writers(String prefix, String... addresses) {
    writers = watch.writers(state, prefix, addresses);
    return this;
  }

  /** Methods of a statement, which keeps its text in a field {@code sql}, whose names begin so. */
  public Plan writing(String type, String prefix) {
    return add(new WriteHook(new Point(type, prefix, true, Wants.SQL), state, writersOfPlan()));
  }

  /** A method of a connection, with so many parameters, that ends the transaction, if it has it. */
  public Plan writeEnds(String type, String method, int parameters) {
    Point point = new Point(type, method, false, Wants.NOTHING).parameters(parameters).optional();
    return add(new WriteHook(point, state, writersOfPlan()));
  }

  private Writers writersOfPlan() {
    return Objects.requireNonNull(writers, "writers() comes first");
  }

  /** The caches of this library, of which those are left out that have something by this path. */
  public Plan cachesUnless(String path) {
    SubjectTraits traits = new SubjectTraits("cache", "", "", "", "").unless(path);
    caches = watch.caches(state, traits);
    return this;
  }

  /**
   * As {@link #gauges}, from methods on whose names begin so, which may be called again and again,
   * to one, perhaps of a superclass, that ends the object.
   */
  public Plan gaugesFrom(
      String type, String prefix, String endingType, String stop, Gauges... gauges) {
    Point begin = new Point(type, prefix, true, Wants.NOTHING).hidden();
    Point end = new Point(endingType, stop, false, Wants.NOTHING).parameters(0).hidden();
    return add(new GaugeHook(begin, state, watch.gaugeList(), gauges))
        .add(new GaugeHook(end, state, watch.gaugeList()));
  }

  /**
   * The method, public or not, in which a virtual thread waits pinned to its carrier. The JVM loads
   * its class at start; it is left alone until the first virtual thread brings the other class.
   */
  public Plan pinned(String type, String method, String first) {
    Point point = new Point(type, method, false, Wants.NOTHING).hidden().onceLoaded(first);
    return add(new PinHook(point, state, watch.pins(state)));
  }

  /**
   * A public method of a transaction in which it waits for another one, and the field that leads to
   * its session, whose database has a name.
   */
  public Plan locks(String type, String method, String session) {
    writers = watch.writers(state, "", "getName").onlyWaits(state, type);
    Point point = new Point(type, method, false, Wants.NOTHING);
    return add(new LockHook(point, state, writersOfPlan(), session, 0));
  }

  /**
   * Methods, public or not, of statements; of nested ones the outermost counts that ends by an
   * error of this code, which says that {@link #locks} were waited for too long.
   */
  public Plan locksGivenUp(String type, String method, String session, int code) {
    Point point = new Point(type, method, false, Wants.NOTHING).hidden();
    return add(new LockHook(point, state, writersOfPlan(), session, code));
  }
}
