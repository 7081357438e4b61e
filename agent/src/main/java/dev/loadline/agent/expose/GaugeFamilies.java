package dev.loadline.agent.expose;

import dev.loadline.agent.probe.Watch;
import dev.loadline.agent.probe.WatchedGauges;
import java.util.HashSet;
import java.util.Set;

/** What objects of the application say of themselves at the moment of the reading. */
final class GaugeFamilies {

  private GaugeFamilies() {}

  static void add(Watch watch, ResourceFamilies resources) {
    Set<String> taken = new HashSet<>();
    for (WatchedGauges gauges : watch.gauges()) {
      String name = gauges.name();
      if (name != null && !gauges.ofAcceptQueue()) {
        add(gauges, resources, gauges.kind(), unique(gauges, name, taken), gauges.library());
      }
    }
  }

  /** Two of one name are told apart by the order in which they were started. */
  private static String unique(WatchedGauges gauges, String name, Set<String> taken) {
    String unique = name;
    for (int i = 2; !taken.add(gauges.kind() + "/" + unique); i++) {
      unique = name + "-" + i;
    }
    return unique;
  }

  private static void add(WatchedGauges gauges, ResourceFamilies resources, String... labels) {
    Long limit = gauges.limit();
    if (limit != null) {
      resources.limit(limit, labels);
    }
    Long inUse = gauges.inUse();
    if (inUse != null) {
      resources.inUse(inUse, labels);
    }
    Long waiting = gauges.waiting();
    if (waiting != null) {
      resources.waiting(waiting, labels);
    }
  }
}
