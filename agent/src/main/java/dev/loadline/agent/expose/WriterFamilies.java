package dev.loadline.agent.expose;

import dev.loadline.agent.probe.Watch;
import dev.loadline.agent.probe.WatchedWriter;
import dev.loadline.agent.probe.Writers;
import java.util.HashSet;
import java.util.Set;

/** Databases whose writers wait for each other. */
final class WriterFamilies {

  private WriterFamilies() {}

  static void add(Watch watch, ResourceFamilies resources) {
    for (Writers writers : watch.writers()) {
      Set<String> taken = new HashSet<>();
      for (WatchedWriter writer : writers.all()) {
        String name = PoolFamilies.unique(writer.name(), taken);
        if (!writers.onlyWaits()) {
          resources.writer(writer.meter(), "writer", name, writers.library());
        } else {
          resources.waits(writer.meter(), writers.seesWaits(), "writer", name, writers.library());
        }
      }
    }
  }
}
