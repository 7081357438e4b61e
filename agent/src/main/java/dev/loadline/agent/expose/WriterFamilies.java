package dev.loadline.agent.expose;

import dev.loadline.agent.probe.Watch;
import dev.loadline.agent.probe.WatchedWriter;
import dev.loadline.agent.probe.Writers;
import java.util.HashSet;
import java.util.Set;

/** Databases to which only one can write at a time. */
final class WriterFamilies {

  private WriterFamilies() {}

  static void add(Watch watch, ResourceFamilies resources) {
    for (Writers writers : watch.writers()) {
      Set<String> taken = new HashSet<>();
      for (WatchedWriter writer : writers.all()) {
        String name = PoolFamilies.unique(writer.name(), taken);
        resources.writer(writer.meter(), "writer", name, writers.library());
      }
    }
  }
}
