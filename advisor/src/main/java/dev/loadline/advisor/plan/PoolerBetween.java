package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.resource.Pool;
import dev.loadline.advisor.ledger.Alternative;
import dev.loadline.advisor.ledger.Balance;
import dev.loadline.advisor.ledger.ModelLedger;
import dev.loadline.advisor.ledger.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;

/** A PgBouncer between pools and each server that does not accept all their connections. */
final class PoolerBetween {
  private static final String SETTING = "pooler";

  private PoolerBetween() {}

  /** Empty where a pooler is of no use: 240 against 200 becomes one of 200. */
  static Map<String, String> changes(ModelFile file) {
    Map<String, String> changes = new LinkedHashMap<>();
    for (Balance balance : ModelLedger.of(file).balances()) {
      if (balance.verdict() == Verdict.EXCEEDED && !balance.pooler()) {
        balance.alternatives().stream()
            .filter(alternative -> alternative.setting().equals(SETTING))
            .findFirst()
            .ifPresent(pooler -> put(changes, file.model(), balance, pooler));
      }
    }
    return changes;
  }

  private static void put(
      Map<String, String> changes, Model model, Balance balance, Alternative pooler) {
    String name = "pgbouncer-" + balance.server();
    changes.put("poolers." + name + ".server", balance.server());
    changes.put("poolers." + name + ".default_pool_size", Long.toString(pooler.to()));
    changes.put("poolers." + name + ".max_client_conn", Long.toString(balance.ceiling().atLeast()));
    model
        .resources()
        .forEach(
            (key, resource) -> {
              if (resource instanceof Pool pool && balance.server().equals(pool.server())) {
                changes.put("resources." + key + ".server", name);
              }
            });
  }
}
