package dev.loadline.agent.expose;

import dev.loadline.agent.meter.HoldTraces;
import dev.loadline.agent.probe.Watch;
import dev.loadline.agent.probe.WatchedPool;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where units were borrowed that are held for so long that they may be forgotten, as JSON. */
final class Leaks {

  private Leaks() {}

  /** The suspects whose stacks were taken, the longest hold first; null where none are wanted. */
  static String json(Watch watch, long now) {
    HoldTraces traces = watch.traces();
    if (traces == null) {
      return "null";
    }
    List<String> suspects = new ArrayList<>();
    for (HoldTraces.Trace trace : traces.suspects(now)) {
      suspects.add(json(watch, trace, now));
    }
    return Json.object(
        Json.field("threshold_seconds", seconds(traces.threshold())),
        Json.field("stacks_taken", Long.toString(traces.taken())),
        Json.field("suspects", Json.array(suspects)));
  }

  private static String json(Watch watch, HoldTraces.Trace trace, long now) {
    String resource = "unknown";
    String library = "unknown";
    Set<String> taken = new HashSet<>();
    for (WatchedPool pool : watch.pools()) {
      String name = pool.name();
      String unique = name == null ? "unknown" : PoolFamilies.unique(name, taken);
      if (pool.meter() == trace.meter()) {
        resource = unique;
        library = pool.library();
      }
    }
    return Json.object(
        Json.field("resource", Json.text(resource)),
        Json.field("library", Json.text(library)),
        Json.field("held_seconds", seconds(now - trace.since())),
        Json.field("stack", Json.texts(trace.frames())));
  }

  private static String seconds(long nanos) {
    return Double.toString(nanos / 1e9);
  }
}
