package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.ledger.Alternative;
import dev.loadline.advisor.ledger.Balance;
import dev.loadline.advisor.ledger.ModelLedger;
import dev.loadline.advisor.ledger.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether the servers accept what a model would open. Four instances with pools of 60 may open 240;
 * a server that accepts 200 refuses some of them.
 *
 * @param reason null where they do, or where nobody says what they accept
 * @param offers what they would accept
 */
record Refusal(@Nullable String reason, List<String> offers) {

  static Refusal of(ModelFile file) {
    List<Balance> exceeded =
        ModelLedger.of(file).balances().stream()
            .filter(balance -> balance.verdict() == Verdict.EXCEEDED)
            .toList();
    if (exceeded.isEmpty()) {
      return new Refusal(null, List.of());
    }
    return new Refusal(
        exceeded.stream().map(Refusal::sentence).collect(Collectors.joining("; ")),
        exceeded.stream()
            .flatMap(balance -> balance.alternatives().stream())
            .map(Alternative::sentence)
            .distinct()
            .toList());
  }

  private static String sentence(Balance balance) {
    return "%s: %s (%s)"
        .formatted(balance.server(), balance.reason(), String.join(" + ", balance.terms()));
  }
}
