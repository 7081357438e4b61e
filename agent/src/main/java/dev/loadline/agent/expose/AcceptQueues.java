package dev.loadline.agent.expose;

import dev.loadline.agent.host.Sockets;
import dev.loadline.agent.probe.Watch;
import dev.loadline.agent.probe.WatchedGauges;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connections that the kernel has made and the server has not accepted yet, and how many there may
 * be: the backlog that the server asked for, 50 where it left that to the JDK, or what the system
 * grants if that is less. Beyond it the system drops.
 */
final class AcceptQueues {

  private static final String KIND = "queue";
  private static final long DEFAULT_BACKLOG = 50;

  private AcceptQueues() {}

  static void add(
      Watch watch, @Nullable Sockets sockets, @Nullable Long granted, ResourceFamilies resources) {
    Set<String> taken = new HashSet<>();
    for (WatchedGauges gauges : watch.gauges()) {
      Long port = gauges.ofAcceptQueue() ? gauges.port() : null;
      String name = gauges.name();
      if (port != null && port > 0 && name != null) {
        String[] labels = {KIND, PoolFamilies.unique(name, taken), gauges.library()};
        limit(gauges.limit(), granted, resources, labels);
        Long waiting = sockets == null ? null : sockets.queue(port);
        if (waiting != null) {
          resources.inUse((double) waiting, labels);
        }
      }
    }
  }

  private static void limit(
      @Nullable Long asked, @Nullable Long granted, ResourceFamilies resources, String... labels) {
    if (asked != null && granted != null) {
      resources.limit((double) Math.min(asked < 1 ? DEFAULT_BACKLOG : asked, granted), labels);
    }
  }
}
