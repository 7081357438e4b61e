package dev.loadline.advisor.cli.render;

import dev.loadline.advisor.check.Finding;
import dev.loadline.advisor.check.Severity;
import dev.loadline.advisor.ledger.Alternative;
import dev.loadline.advisor.ledger.Balance;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that is wrong: what a rule found, or a ledger that does not balance.
 *
 * @param instead what would do; empty where the message says it
 */
record Found(String rule, Severity severity, String message, String instead, String where) {
  static final String LEDGER = "ledger-exceeded";
  static final String UNREADABLE = "ledger-unreadable";
  private static final Pattern PLACED = Pattern.compile("(.*?:\\d+): (.*)", Pattern.DOTALL);

  static Found of(Finding finding) {
    return new Found(finding.rule(), finding.severity(), finding.message(), "", finding.where());
  }

  static Found of(Balance balance) {
    String instead =
        balance.alternatives().stream()
            .map(Alternative::sentence)
            .collect(Collectors.joining("; "));
    return new Found(
        LEDGER,
        Severity.ERROR,
        balance.server() + ": " + balance.reason(),
        instead,
        balance.where());
  }

  /** What keeps a ledger from being summed, each at the line where it is written. */
  static Stream<Found> unreadable(Balance balance) {
    return balance.unreadable().stream()
        .map(PLACED::matcher)
        .filter(Matcher::matches)
        .map(
            placed ->
                new Found(
                    UNREADABLE,
                    Severity.ERROR,
                    balance.server() + ": " + placed.group(2),
                    "",
                    placed.group(1)));
  }

  /** The message, and what would do instead. */
  String text() {
    return instead.isEmpty() ? message : message + "; what would fit: " + instead;
  }
}
