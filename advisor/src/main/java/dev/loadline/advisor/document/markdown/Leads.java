package dev.loadline.advisor.document.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/** The line that introduces what follows, and the items in which a passage lies. */
final class Leads {
  private final Map<ListItem, String> items = new HashMap<>();
  private String lead = "";

  void say(String text) {
    lead = text;
  }

  void forget() {
    lead = "";
  }

  void item(ListItem item, String text) {
    items.put(item, text);
  }

  /** Outermost first. */
  List<String> above(Node node) {
    List<String> above = new ArrayList<>();
    for (Node up = node.getParent(); up != null; up = up.getParent()) {
      if (up instanceof ListItem item && items.containsKey(item)) {
        above.add(items.get(item));
      }
    }
    if (!lead.isEmpty()) {
      above.add(lead);
    }
    Collections.reverse(above);
    return above;
  }
}
