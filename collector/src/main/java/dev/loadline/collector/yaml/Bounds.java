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
 *
 * @param depth levels of nesting that are allowed
 * @param aliases aliases that are allowed
 * @param tags whether tags are allowed
 */
record Bounds(int depth, int aliases, boolean tags) {

  void check(String name, LoadSettings settings, String text) {
    Count count = new Count();
    for (Event event : new Parse(settings).parseString(text)) {
      count.add(event);
      if (count.depth > depth) {
        throw refuse(name, event, "nested deeper than " + depth + " levels; flatten it");
      }
      if (count.aliases > aliases) {
        throw refuse(name, event, "more than " + aliases + " aliases; write the values out");
      }
      if (!tags && tagged(event)) {
        throw refuse(name, event, "tags (!…) are not allowed; leave it out");
      }
    }
  }

  private static boolean tagged(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag().isPresent();
    }
    return event instanceof CollectionStartEvent start && start.getTag().isPresent();
  }

  private static ProblemsException refuse(String name, Event event, String message) {
    return YamlDocument.refusal(name, event.getStartMark(), message);
  }

  private static final class Count {
    private int depth;
    private int aliases;

    void add(Event event) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      } else if (event instanceof AliasEvent) {
        aliases++;
      }
    }
  }
}
