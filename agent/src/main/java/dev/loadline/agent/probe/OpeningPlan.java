package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Openings;
import dev.loadline.agent.probe.OpeningHook.What;
import dev.loadline.agent.probe.Point.Wants;

/** Objects that are open from one method to another, of which it is told how many there are. */
public final class OpeningPlan {

  private final Hooks hooks;
  private final Gauges gauges;
  private final Openings openings;

  OpeningPlan(Hooks hooks, String kind, String name) {
    this(hooks, Gauges.of(kind, name).inUse("open"), new Openings());
  }

  private OpeningPlan(Hooks hooks, Gauges gauges, Openings openings) {
    this.hooks = hooks;
    this.gauges = gauges;
    this.openings = openings;
  }

  /** The same verbs, of methods, public or not, that only some versions have. */
  public OpeningPlan ifThere() {
    return new OpeningPlan(hooks.ifThere(), gauges, openings);
  }

  /**
   * A method, public or not, that opens its object, unless it throws.
   *
   * @param closed the field of the object that is true if it was closed before, or empty
   */
  public OpeningPlan opened(String type, String method, String closed) {
    Point point = hooks.named(type, method, Wants.NOTHING).hidden();
    return opened(point, What.OBJECT, "", closed);
  }

  /** As {@link #opened}, where the name of the object's class ends so. */
  public OpeningPlan openedOnly(String type, String method, String only) {
    Point point = hooks.named(type, method, Wants.NOTHING).hidden();
    return opened(point, What.OBJECT, only, "");
  }

  /** As {@link #opened}, of the only argument, where the name of its class ends so. */
  public OpeningPlan openedArgument(String type, String method, String only, String closed) {
    Point point = hooks.named(type, method, Wants.ARGUMENT).parameters(1).hidden();
    return opened(point, What.ARGUMENT, only, closed);
  }

  /** A method, public or not, whose result is open, with so many parameters. */
  public OpeningPlan openedResult(String type, String method, int parameters) {
    Point point = hooks.named(type, method, Wants.RESULT).parameters(parameters).hidden();
    return opened(point, What.RESULT, "", "");
  }

  private OpeningPlan opened(Point point, What what, String only, String closed) {
    Getter over = closed.isEmpty() ? null : Getter.field(closed);
    GaugeList list = hooks.watch.gaugeList();
    hooks.add(new OpeningHook(point, hooks.state, openings, what, only, over, list, gauges));
    return this;
  }

  /** A method, public or not, by which its object is closed, perhaps again. */
  public OpeningPlan closed(String type, String method) {
    Point point = hooks.named(type, method, Wants.NOTHING).hidden();
    hooks.add(new ClosingHook(point, hooks.state, openings));
    return this;
  }
}
