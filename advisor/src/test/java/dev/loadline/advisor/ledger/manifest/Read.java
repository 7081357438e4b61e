package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Balance;
import dev.loadline.advisor.ledger.Client;
import dev.loadline.advisor.ledger.Ledger;
import dev.loadline.advisor.ledger.State;
import java.util.List;

/** Short ways to read files and to see what came of them. */
final class Read {

  private Read() {}

  static Manifests file(String text) {
    return Manifests.read("fleet.yaml", text);
  }

  static Client client(String text) {
    return file(text).inventory().clients().get(0);
  }

  static Balance balance(Manifests manifests, String server) {
    return Ledger.of(manifests.inventory()).balances().stream()
        .filter(balance -> balance.server().equals(server))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    Ledger.of(manifests.inventory()).balances().stream()
                        .map(Balance::server)
                        .toList()));
  }

  /** {@code now, rollout, at maximum, rollout at maximum}. */
  static List<String> totals(Balance balance) {
    return List.of(State.values()).stream().map(state -> balance.total(state).toString()).toList();
  }

  static List<String> remarks(Manifests manifests) {
    return manifests.remarks().stream().map(Remark::toString).toList();
  }
}
