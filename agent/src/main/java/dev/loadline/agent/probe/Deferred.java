package dev.loadline.agent.probe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Classes that are left alone until another one is loaded, which the JVM loads only for an
 * application that uses them. The other is seen on whatever thread loads it; the agent's own thread
 * looks what has come.
 */
final class Deferred {

  private static final class Entry {
    private final String type;
    private final String trigger;
    private volatile boolean loaded;

    Entry(String type, String trigger) {
      this.type = type;
      this.trigger = trigger;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /** To be called before the others. */
  void add(String type, String trigger) {
    entries.add(new Entry(type, trigger.replace('.', '/')));
  }

  /** A class is being loaded, by its internal name; allocates nothing. */
  void loaded(String internalName) {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.trigger.equals(internalName)) {
        entry.loaded = true;
      }
    }
  }

  /** The classes that need not wait any longer, each told once; for one thread. */
  Set<String> take() {
    Set<String> ready = new HashSet<>();
    for (Entry entry : entries) {
      if (entry.loaded && taken.add(entry.type)) {
        ready.add(entry.type);
      }
    }
    return ready;
  }
}
