package dev.loadline.agent.probe;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** An object of the application, held weakly, that says how much of something is in use. */
public final class WatchedGauges {

  private final ProbeState probe;
  private final WeakReference<Object> object;
  private final Gauges gauges;

  WatchedGauges(ProbeState probe, Object object, Gauges gauges) {
    this.probe = probe;
    this.object = new WeakReference<>(object);
    this.gauges = gauges;
  }

  boolean is(Object other, Gauges others) {
    return object.get() == other && gauges == others;
  }

  boolean of(Object other) {
    return object.get() == other;
  }

  boolean gone() {
    return object.get() == null || !probe.works();
  }

  /** The library that the object is of. */
  public String library() {
    return probe.name();
  }

  /** The kind of resource, e.g. workers. */
  public String kind() {
    return gauges.kind();
  }

  /** The resource's name, or null if it has none or is gone. */
  public @Nullable String name() {
    Object of = object.get();
    return of == null ? null : gauges.name(of);
  }

  /** How many units there are at most, or null if that is not said. */
  public @Nullable Long limit() {
    Object of = object.get();
    return of == null ? null : gauges.limit(of);
  }

  /** How many are occupied now, or null. */
  public @Nullable Long inUse() {
    Object of = object.get();
    return of == null ? null : gauges.inUse(of);
  }

  /** How many ask for one now, or null. */
  public @Nullable Long waiting() {
    Object of = object.get();
    return of == null ? null : gauges.waiting(of);
  }

  /** Whether these are of the accept queue of a port. */
  public boolean ofAcceptQueue() {
    return gauges.ofAcceptQueue();
  }

  /** The port, or null if there is none. */
  public @Nullable Long port() {
    Object of = object.get();
    return of == null ? null : gauges.port(of);
  }
}
