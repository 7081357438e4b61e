package dev.loadline.advisor.cli.render;

import dev.loadline.advisor.check.Finding;
import dev.loadline.advisor.check.Severity;
import dev.loadline.advisor.ledger.Alternative;
import dev.loadline.advisor.ledger.Balance;
import java.util.stream.Collectors;

/** Something that is wrong: what a rule found, or a ledger that does not balance. */
record Found(String rule, Severity severity, String message, String where) {
  static final String LEDGER = "ledger-exceeded";

  static Found of(Finding finding) {
    return new Found(finding.rule(), finding.severity(), finding.message(), finding.where());
  }

  static Found of(Balance balance) {
    String instead =
        balance.alternatives().stream()
            .map(Alternative::sentence)
            .collect(Collectors.joining("; "));
    return new Found(
        LEDGER,
        Severity.ERROR,
        "%s: %s%s"
            .formatted(
                balance.server(),
                balance.reason(),
                instead.isEmpty() ? "" : "; what would fit: " + instead),
        balance.where());
  }
}
