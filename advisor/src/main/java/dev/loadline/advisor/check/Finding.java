package dev.loadline.advisor.check;

import java.util.List;

/**
 * One thing that a rule found.
 *
 * @param rule its name: {@code pool-above-server}
 * @param subject what it is about: a claim's id, or a path of the model
 * @param explains claims that do not come out because of it; general rules are silent on them
 * @param message what is wrong, with the figures, and how to mend it
 * @param where {@code docs/capacity.md:88}
 */
public record Finding(
    String rule,
    Severity severity,
    String subject,
    List<String> explains,
    String message,
    String where) {

  public Finding {
    explains = List.copyOf(explains);
  }

  /** {@code capsules.yaml:12: error: … [unit-slip]}. */
  @Override
  public String toString() {
    return "%s: %s: %s [%s]".formatted(where, severity, message, rule);
  }
}
