package dev.loadline.advisor.document.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What stands above a passage.
 *
 * @param headings outermost first
 * @param leads the introducing lines and the items in which it lies, outermost first: {@code
 *     Conservative Estimate}
 */
record Context(List<String> headings, List<String> leads) {

  private static final int MAX_LENGTH = 200;

  Context {
    headings = headings.stream().map(Context::cut).toList();
    leads = leads.stream().map(Context::cut).toList();
  }

  private static String cut(String text) {
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
  }

  /** From the nearest to the farthest, in lower case. */
  List<String> outward() {
    List<String> all = new ArrayList<>(headings);
    all.addAll(leads);
    Collections.reverse(all);
    return all.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
  }

  /** All of it in lower case, for rules that ask whether something is mentioned at all. */
  String mentions() {
    return String.join(" / ", outward());
  }

  /** Nearest heading and leads only: what the passage itself is about. */
  String near() {
    List<String> near = outward();
    return String.join(" / ", near.subList(0, Math.min(near.size(), leads.size() + 1)));
  }

  String section() {
    return String.join(" / ", headings);
  }

  Context under(String lead) {
    List<String> more = new ArrayList<>(leads);
    more.add(lead);
    return new Context(headings, more);
  }
}
