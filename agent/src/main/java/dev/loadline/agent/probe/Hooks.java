package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;
import java.util.ArrayList;
import java.util.List;

/** The hooks of one probe so far, and what they all need; shared by the parts of its plan. */
final class Hooks {

  final ProbeState state;
  final Watch watch;
  private final List<Hook> list;
  private final boolean optional;

  Hooks(ProbeState state, Watch watch) {
    this(state, watch, new ArrayList<Hook>(), false);
  }

  private Hooks(ProbeState state, Watch watch, List<Hook> list, boolean optional) {
    this.state = state;
    this.watch = watch;
    this.list = list;
    this.optional = optional;
  }

  /** The same, whose points are methods, public or not, that a class of the name may lack. */
  Hooks ifThere() {
    return new Hooks(state, watch, list, true);
  }

  /** Methods of this name. */
  Point named(String type, String method, Wants wants, String... getters) {
    return point(new Point(type, method, false, wants, getters));
  }

  /** Methods whose names begin so. */
  Point beginning(String type, String prefix, Wants wants, String... getters) {
    return point(new Point(type, prefix, true, wants, getters));
  }

  private Point point(Point point) {
    return optional ? point.hidden().optional() : point;
  }

  void add(Hook hook) {
    list.add(hook);
  }

  List<Hook> list() {
    return list;
  }
}
