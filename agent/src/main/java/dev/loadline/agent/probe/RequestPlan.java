package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;
import org.jspecify.annotations.Nullable;

/** The requests to a server, from their arrival to the answer, on whatever threads. */
public final class RequestPlan {

  private final Hooks hooks;
  private final ProbeState state;
  private final OpenRequests open;

  RequestPlan(Hooks hooks, OpenRequests open) {
    this.hooks = hooks;
    this.state = hooks.state;
    this.open = open;
  }

  /** The same verbs, of methods, public or not, that only some versions have. */
  public RequestPlan ifThere() {
    return new RequestPlan(hooks.ifThere(), open);
  }

  /**
   * A method in which a request arrives or takes another turn on a thread; it is counted once, from
   * the first arrival to the end of the method or, where it goes on, to {@link #answered}.
   */
  public RequestPlan arrival(String type, String method) {
    return arrival(hooks.named(type, method, Wants.CALL));
  }

  /** As {@link #arrival}, of a static method whose second argument the reader gets. */
  public RequestPlan arrivalInStatic(String type, String method) {
    return arrival(hooks.named(type, method, Wants.ARGUMENTS));
  }

  private RequestPlan arrival(Point point) {
    hooks.add(new ArrivalHook(point, state, open));
    return this;
  }

  /** A method that is called when the pattern of an arrived request is known. */
  public RequestPlan matched(String type, String method, Match match) {
    return matched(hooks.named(type, method, Wants.CALL), match);
  }

  /** As {@link #matched}, of a method, public or not, whose second argument the match gets. */
  public RequestPlan matchedBySecond(String type, String method, Match match) {
    return matched(hooks.named(type, method, Wants.SECOND).hidden(), match);
  }

  /** As {@link #matched}, of a method, public or not, whose first two arguments the match gets. */
  public RequestPlan matchedByArguments(String type, String method, Match match) {
    return matched(hooks.named(type, method, Wants.ARGUMENTS).hidden(), match);
  }

  private RequestPlan matched(Point point, Match match) {
    hooks.add(new MatchHook(point, state, open, match));
    return this;
  }

  /**
   * A method, if there is one, of what stands for a request, that tells the pattern by its
   * argument, perhaps several times; the last one holds.
   */
  public RequestPlan routed(String type, String method) {
    Point point = hooks.named(type, method, Wants.ARGUMENT).optional();
    hooks.add(new RoutedHook(point, state, open));
    return this;
  }

  /**
   * A method, public or not, of the object that stands for a request: it is answered by then; and
   * the getters by which that object is read.
   */
  public RequestPlan answered(String type, String method, String... getters) {
    Point point = hooks.named(type, method, Wants.NOTHING, getters).hidden();
    hooks.add(new AnswerHook(point, state, open));
    return this;
  }

  /** A method of what stands for a request that answers it with its first argument. */
  public RequestPlan replied(String type, String method, Reply reply) {
    hooks.add(new ReplyHook(hooks.named(type, method, Wants.ARGUMENT), state, open, reply));
    return this;
  }

  /**
   * A method, public or not, of an object that has in this field what stands for a request, which
   * is answered by then; its status is that of the reply, or with null what the request says.
   */
  public RequestPlan ended(String type, String method, String field, @Nullable Reply reply) {
    Point point = hooks.named(type, method, Wants.PART).hidden().subject("this." + field);
    hooks.add(new ReplyHook(point, state, open, reply));
    return this;
  }
}
