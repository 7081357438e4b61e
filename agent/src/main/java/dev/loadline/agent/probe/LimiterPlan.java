package dev.loadline.agent.probe;

import dev.loadline.agent.probe.PermitHook.Answer;
import dev.loadline.agent.probe.Point.Wants;

/** Limiters, and how they are asked for permits. Names that versions use are separated by a bar. */
public final class LimiterPlan {

  private final Hooks hooks;
  private final ProbeState state;
  private final Limiters limiters;

  /**
   * @param returned whether permits come back
   * @param together whether all limiters are measured as one
   */
  LimiterPlan(Hooks hooks, SubjectTraits traits, boolean returned, boolean together) {
    this.hooks = hooks;
    this.state = hooks.state;
    this.limiters = hooks.watch.limiters(hooks.state, traits, returned, together);
  }

  /**
   * A public method that asks a limiter for permits, as many as its first argument if that is a
   * number, otherwise for one; false refuses.
   */
  public LimiterPlan permit(String type, String method) {
    return permit(hooks.named(type, method, Wants.CALL), Answer.FALSE_REFUSES, "");
  }

  /** As {@link #permit(String, String)}, of those with so many parameters. */
  public LimiterPlan permit(String type, String method, int parameters) {
    Point point = hooks.named(type, method, Wants.CALL).parameters(parameters);
    return permit(point, Answer.FALSE_REFUSES, "");
  }

  /** A method with so many parameters whose result says by this getter whether it was granted. */
  public LimiterPlan permit(String type, String method, int parameters, String getter) {
    Point point = hooks.named(type, method, Wants.CALL).parameters(parameters);
    return permit(point, Answer.OBJECT, getter);
  }

  /** A method with so many parameters that waits until the limiter grants. */
  public LimiterPlan permits(String type, String method, int parameters) {
    Point point = hooks.named(type, method, Wants.FIRST).parameters(parameters);
    return permit(point, Answer.FALSE_REFUSES, "");
  }

  /** Methods that take as many permits as there are, and tell how many that was. */
  public LimiterPlan permitsLeft(String type, String method) {
    return permit(hooks.named(type, method, Wants.CALL), Answer.GRANTED, "");
  }

  /**
   * A method, public or not, that tells after how many nanoseconds permits may be used, for which
   * its caller waits; below zero, or the greatest number, means never.
   */
  public LimiterPlan reservation(String type, String method) {
    return permit(hooks.named(type, method, Wants.CALL).hidden(), Answer.NANOS, "");
  }

  private LimiterPlan permit(Point point, Answer answer, String getter) {
    hooks.add(new PermitHook(point, state, limiters, answer, getter));
    return this;
  }

  /** A method of the limiter that takes a permit back. */
  public LimiterPlan permitBack(String type, String method) {
    hooks.add(new PermitBackHook(hooks.named(type, method, Wants.NOTHING), state, limiters));
    return this;
  }
}
