package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import dev.loadline.agent.meter.HoldTraces;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The probes at work: hooked into the classes that are or will be loaded, and switched on or off.
 */
public final class Engine {

  private final Watch watch = new Watch();
  private final List<ProbeState> probes = new ArrayList<>();
  private final Hook[] hooks;
  private final Gate gate;
  private @Nullable Instrumentation instrumentation;
  private boolean on;

  /** Finds the probes; nothing is hooked yet. */
  public Engine() {
    List<Probe> found = new ArrayList<>();
    for (Probe probe : ServiceLoader.load(Probe.class, Engine.class.getClassLoader())) {
      found.add(probe);
    }
    found.sort(new ByName());
    List<Hook> all = new ArrayList<>();
    for (Probe probe : found) {
      ProbeState state = new ProbeState(probe.name());
      Plan plan = new Plan(state, watch);
      probe.declare(plan);
      probes.add(state);
      for (Hook hook : plan.hooks()) {
        all.add(ThrowingHook.orElse(hook));
      }
    }
    hooks = all.toArray(new Hook[0]);
    gate = new Gate(hooks);
  }

  /** Suspects holds of more than so many nanoseconds; to be called before {@link #install}. */
  public void suspectLeaksAfter(long nanos) {
    watch.trace(new HoldTraces(nanos, System.nanoTime()));
  }

  private static final class ByName implements Comparator<Probe> {
    @Override
    public int compare(Probe one, Probe other) {
      return one.name().compareTo(other.name());
    }
  }

  /** Hooks into classes from now on, and into those already loaded one by one. */
  public void install(Instrumentation by) {
    by.addTransformer(gate, true);
    Class<?>[] loaded = by.getAllLoadedClasses();
    for (Class<?> type : loaded) {
      gate.loaded(type.getName());
    }
    gate.open();
    for (Class<?> type : loaded) {
      if (gate.names(type)) {
        weave(by, type);
      }
    }
    instrumentation = by;
  }

  /** Hooks into classes whose time has come since. */
  private void catchUp(Instrumentation by) {
    Set<String> opened = gate.open();
    if (opened.isEmpty()) {
      return;
    }
    for (Class<?> type : by.getAllLoadedClasses()) {
      if (opened.contains(type.getName())) {
        weave(by, type);
      }
    }
  }

  private void weave(Instrumentation by, Class<?> type) {
    if (!by.isModifiableClass(type)) {
      return;
    }
    try {
      by.retransformClasses(type);
    } catch (UnmodifiableClassException | RuntimeException | LinkageError refused) {
      gate.broke(type.getName(), refused);
    }
  }

  /** Switches all hooks on, or down to one branch each; calls under way are forgotten. */
  public synchronized void turn(boolean toOn) {
    if (on == toOn) {
      return;
    }
    on = toOn;
    Handoff.connect(null);
    long now = System.nanoTime();
    watch.forget(now);
    for (Hook hook : hooks) {
      hook.forget(now);
    }
    if (on) {
      Handoff.connect(new HookTable(hooks, now));
    }
  }

  /** Whether hooks measure at present. */
  public synchronized boolean on() {
    return on;
  }

  /** To be called about once a second. */
  public void tick() {
    if (instrumentation != null) {
      catchUp(instrumentation);
    }
    watch.tidy(System.nanoTime());
  }

  /** What is measured. */
  public Watch watch() {
    return watch;
  }

  /** How the probes fare, by name. */
  public List<ProbeState> probes() {
    return Collections.unmodifiableList(probes);
  }

  /** All hooks. */
  public List<Hook> hooks() {
    return Collections.unmodifiableList(Arrays.asList(hooks));
  }
}
