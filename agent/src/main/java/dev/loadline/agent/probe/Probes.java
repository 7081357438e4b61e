package dev.loadline.agent.probe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * All probes with their hooks and what these measure into: some two hundred classes, which nobody
 * loads before a class comes that a probe names or somebody asks for figures.
 */
final class Probes {

  private final Watch watch;
  private final List<ProbeState> states = new ArrayList<>();
  private final Hook[] hooks;

  Probes(Watch watch) {
    this.watch = watch;
    List<Hook> all = new ArrayList<>();
    for (Probe probe : byName()) {
      ProbeState state = new ProbeState(probe.name());
      Plan plan = new Plan(state, watch);
      probe.declare(plan);
      states.add(state);
      for (Hook hook : plan.hooks()) {
        all.add(ThrowingHook.orElse(hook));
      }
    }
    hooks = all.toArray(new Hook[0]);
  }

  private static List<Probe> byName() {
    List<Probe> found = new ArrayList<>();
    for (Probe probe : ServiceLoader.load(Probe.class, Probes.class.getClassLoader())) {
      found.add(probe);
    }
    found.sort(new ByName());
    return found;
  }

  private static final class ByName implements Comparator<Probe> {
    @Override
    public int compare(Probe one, Probe other) {
      return one.name().compareTo(other.name());
    }
  }

  Watch watch() {
    return watch;
  }

  List<ProbeState> states() {
    return Collections.unmodifiableList(states);
  }

  Hook[] hooks() {
    return hooks;
  }

  /** Forgets the calls under way; those that begin from now on are measured by the result. */
  HookTable begin(long now) {
    forget(now);
    return new HookTable(hooks, now);
  }

  void forget(long now) {
    watch.forget(now);
    for (Hook hook : hooks) {
      hook.forget(now);
    }
  }

  /** A class that cannot be woven breaks the probes that name it. */
  void broke(String type, Throwable failure) {
    for (Hook hook : hooks) {
      if (hook.point.type().equals(type)) {
        hook.state.broke(type, failure.toString(), "");
      }
    }
  }
}
