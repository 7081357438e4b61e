package dev.loadline.advisor.notify;

import dev.loadline.advisor.capacity.Status;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing worth telling people: a service changed how it stands.
 *
 * @param service which one, for example {@code orders}
 * @param from how it stood when people were last told
 * @param to how it stands now
 * @param at when the change was established; for a repeated notice still the first time
 * @param firing true while something is wrong, false for the all-clear
 * @param title one line, complete in itself: {@code orders is tight: headroom 0.14}
 * @param lines what stands behind it, one explanation each; never a secret
 * @param labels the stable identity: the all-clear has exactly the labels of the notice it clears
 * @param link where to look, the page of the service
 */
public record Notice(
    String service,
    Status from,
    Status to,
    Instant at,
    boolean firing,
    String title,
    List<String> lines,
    Map<String, String> labels,
    URI link) {

  public Notice {
    lines = List.copyOf(lines);
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }
}
