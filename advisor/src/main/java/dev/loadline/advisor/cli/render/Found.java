package dev.loadline.advisor.cli.render;

import dev.loadline.advisor.check.Finding;
import dev.loadline.advisor.check.Severity;
import dev.loadline.advisor.ledger.Alternative;
import dev.loadline.advisor.ledger.Balance;
import java.util.stream.Collectors;

/**
 * Something that is wrong: what a rule found, or a ledger that does not balance.
 *
 * @param instead what would do; empty where the message says it
 */
record Found(String rule, Severity severity, String message, String instead, String where) {
  static final String LEDGER = "ledger-exceeded";
  static final String UNREADABLE = "ledger-unreadable";

  static Found of(Finding finding) {
    return new Found(finding.rule(), finding.severity(), finding.message(), "", finding.where());
  }

  static Found of(Balance balance) {
    String instead =
        balance.alternatives().stream()
            .map(Alternative::sentence)
            .collect(Collectors.joining("; "));
    return new Found(
        balance.unreadable() ? UNREADABLE : LEDGER,
        Severity.ERROR,
        balance.server() + ": " + balance.reason(),
        instead,
        balance.where());
  }

  /** The message, and what would do instead. */
  String text() {
    return instead.isEmpty() ? message : message + "; what would fit: " + instead;
  }
}
