package dev.loadline.advisor.document.resource;

import dev.loadline.collector.yaml.Default;
import java.util.List;

/**
 * What the service keeps of its users. In a process's memory it is lost on a restart, and a second
 * process does not see it.
 *
 * @param holds what is kept: sessions, calls, rooms
 * @param memory where
 */
public record State(List<String> holds, @Default("process") Memory memory) implements Resource {

  public State {
    holds = List.copyOf(holds);
  }

  /** Whether more than one process breaks it. */
  public boolean bindsToOneProcess() {
    return memory != Memory.SHARED;
  }

  @Override
  public List<Ceiling> ceilings(String name, Site site) {
    return List.of();
  }
}
