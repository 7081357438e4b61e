package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;
import java.util.ArrayList;
import java.util.List;

/** Objects that tell figures of themselves, from when to when they are to be asked. */
public final class GaugePlan {

  private final Hooks hooks;
  private final Gauges[] gauges;

  GaugePlan(Hooks hooks, Gauges... gauges) {
    this.hooks = hooks;
    this.gauges = gauges.clone();
  }

  /** The same verbs, of methods, public or not, that only some versions have. */
  public GaugePlan ifThere() {
    return new GaugePlan(hooks.ifThere(), gauges);
  }

  /** From a method without parameters on, public or not. */
  public GaugePlan start(String type, String method) {
    return begin(hooks.named(type, method, Wants.NOTHING, getters()).parameters(0).hidden());
  }

  /** To a method without parameters, public or not. */
  public GaugePlan stop(String type, String method) {
    return end(hooks.named(type, method, Wants.NOTHING).parameters(0).hidden());
  }

  /** From the first call of methods on, public or not, whatever their parameters. */
  public GaugePlan from(String type, String method) {
    return begin(hooks.named(type, method, Wants.NOTHING, getters()).hidden());
  }

  /** As {@link #from}, of methods whose names begin so; the class need not have the getters. */
  public GaugePlan fromAny(String type, String prefix) {
    return begin(hooks.beginning(type, prefix, Wants.NOTHING).hidden());
  }

  /** To public methods, whatever their parameters. */
  public GaugePlan until(String type, String method) {
    return end(hooks.named(type, method, Wants.NOTHING));
  }

  private GaugePlan begin(Point point) {
    hooks.add(new GaugeHook(point, hooks.state, hooks.watch.gaugeList(), gauges));
    return this;
  }

  private GaugePlan end(Point point) {
    hooks.add(new GaugeHook(point, hooks.state, hooks.watch.gaugeList()));
    return this;
  }

  /** All that the class must have for the figures to be told. */
  private String[] getters() {
    List<String> getters = new ArrayList<>();
    for (Gauges each : gauges) {
      getters.addAll(each.getters());
    }
    return getters.toArray(new String[0]);
  }
}
