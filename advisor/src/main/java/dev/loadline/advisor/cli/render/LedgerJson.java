package dev.loadline.advisor.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.loadline.advisor.ledger.Alternative;
import dev.loadline.advisor.ledger.Balance;
import dev.loadline.advisor.ledger.State;
import dev.loadline.advisor.ledger.Total;

/** A server's ledger for programs. */
final class LedgerJson {

  private LedgerJson() {}

  static JsonNode of(Balance balance) {
    ObjectNode node = JsonText.object();
    node.put("server", balance.server());
    node.put("pooler", balance.pooler());
    node.put("ceiling", balance.ceiling().value());
    node.put("at_least", balance.ceiling().atLeast());
    node.put("now", total(balance, State.NOW));
    node.put("at_maximum", total(balance, State.AT_MAXIMUM));
    node.put("rollout", total(balance, State.ROLLOUT));
    node.put("rollout_at_maximum", total(balance, State.ROLLOUT_AT_MAXIMUM));
    node.put("accepts", balance.accepts());
    node.put("reserved", balance.reserved());
    node.put("verdict", balance.verdict().label());
    node.put("reason", balance.reason());
    node.set("terms", JsonText.words(balance.terms()));
    node.set("alternatives", JsonText.array(balance.alternatives(), LedgerJson::alternative));
    node.set("assumptions", JsonText.words(balance.assumptions()));
    return node.put("where", balance.where());
  }

  private static @org.jspecify.annotations.Nullable Long total(Balance balance, State state) {
    Total total = balance.total(state);
    return total.value();
  }

  private static JsonNode alternative(Alternative alternative) {
    return JsonText.object()
        .put("setting", alternative.setting())
        .put("subject", alternative.subject())
        .put("to", alternative.to())
        .put("text", alternative.sentence());
  }
}
