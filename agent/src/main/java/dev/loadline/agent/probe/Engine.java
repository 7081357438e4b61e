package dev.loadline.agent.probe;

import dev.loadline.agent.boot.Handoff;
import dev.loadline.agent.meter.HoldTraces;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The probes at work: hooked into the classes that are or will be loaded, and switched on or off.
 */
public final class Engine {

  private final List<String> keyPrefixes;
  private final long leakNanos;
  private @Nullable Gate gate;
  private @Nullable Probes probes;
  private @Nullable Instrumentation instrumentation;
  private boolean on;

  /**
   * Nothing is hooked yet, and no probe loaded.
   *
   * @param keyPrefixes of Redis keys by which hits are told apart
   * @param leakNanos holds of more than so many nanoseconds are suspect; 0 for none
   */
  public Engine(List<String> keyPrefixes, long leakNanos) {
    this.keyPrefixes = keyPrefixes;
    this.leakNanos = leakNanos;
  }

  /**
   * Hooks into classes from now on, and into those already loaded one by one.
   *
   * @throws IOException if the agent jar cannot be read
   */
  public void install(Instrumentation by) throws IOException {
    gate = new Gate(HookedTypes.read(), this);
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
  private void catchUp(Instrumentation by, Gate gate) {
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
      broke(type.getName(), refused);
    }
  }

  void broke(String type, Throwable failure) {
    loaded().broke(type, failure);
  }

  /** Switches all hooks on, or down to one branch each; calls under way are forgotten. */
  public synchronized void turn(boolean toOn) {
    if (on == toOn) {
      return;
    }
    on = toOn;
    if (probes != null) {
      connect(probes);
    }
  }

  private void connect(Probes to) {
    Handoff.connect(null);
    long now = System.nanoTime();
    if (on) {
      Handoff.connect(to.begin(now));
    } else {
      to.forget(now);
    }
  }

  private synchronized Probes loaded() {
    if (probes == null) {
      Watch watch = new Watch();
      watch.keyPrefixes(keyPrefixes);
      if (leakNanos > 0) {
        watch.trace(new HoldTraces(leakNanos, System.nanoTime()));
      }
      probes = new Probes(watch);
      connect(probes);
    }
    return probes;
  }

  /** Whether hooks measure at present. */
  public synchronized boolean on() {
    return on;
  }

  /** To be called about once a second. */
  public void tick() {
    if (instrumentation != null && gate != null) {
      catchUp(instrumentation, gate);
    }
    loaded().watch().tidy(System.nanoTime());
  }

  /** What is measured. */
  public Watch watch() {
    return loaded().watch();
  }

  /** How the probes fare, by name. */
  public List<ProbeState> probes() {
    return loaded().states();
  }

  /** All hooks. */
  public List<Hook> hooks() {
    return Collections.unmodifiableList(Arrays.asList(all()));
  }

  Hook[] all() {
    return loaded().hooks();
  }
}
