package dev.loadline.collector.yaml;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Walks over the events of a text before nodes are made of it: composing recurses, so that a
 * hundred thousand opening brackets would overflow the stack.
 */
final class Bounds {
  private final String name;
  private final LoadSettings settings;
  private int depth;
  private int aliases;

  Bounds(String name, LoadSettings settings) {
    this.name = name;
    this.settings = settings;
  }

  void check(String text) {
    for (Event event : new Parse(settings).parseString(text)) {
      count(event);
      if (depth > YamlDocument.MAX_DEPTH) {
        throw refuse(event, "nested deeper than 32 levels; flatten it");
      }
      if (aliases > YamlDocument.MAX_ALIASES) {
        throw refuse(event, "more than 20 aliases; write the values out");
      }
      if (tagged(event)) {
        throw refuse(event, "tags (!…) are not allowed; leave it out");
      }
    }
  }

  private void count(Event event) {
    if (event instanceof CollectionStartEvent) {
      depth++;
    } else if (event instanceof CollectionEndEvent) {
      depth--;
    } else if (event instanceof AliasEvent) {
      aliases++;
    }
  }

  private static boolean tagged(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag().isPresent();
    }
    return event instanceof CollectionStartEvent start && start.getTag().isPresent();
  }

  private ProblemsException refuse(Event event, String message) {
    return YamlDocument.refusal(name, event.getStartMark(), message);
  }
}
