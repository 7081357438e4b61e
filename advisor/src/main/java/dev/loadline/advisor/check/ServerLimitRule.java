package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.ledger.Balance;
import dev.loadline.advisor.ledger.ModelLedger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Servers of which nobody says how many connections they accept. */
@AutoService(Rule.class)
public final class ServerLimitRule implements Rule {

  @Override
  public String name() {
    return "server-limit-not-stated";
  }

  @Override
  public String explanation() {
    return "Pools are sized, and how many connections the server accepts is not stated: whether they"
        + " can be opened at all is open. PostgreSQL accepts 100 unless told otherwise.";
  }

  @Override
  public String example() {
    return "10 instances of 50 connections are 500; what the database accepts is not said.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    Map<String, Map<Long, String>> open = new LinkedHashMap<>();
    for (Situation situation : Situation.written(subject.file())) {
      for (Balance balance : ModelLedger.of(situation.file()).balances()) {
        if (balance.accepts() == null && balance.ceiling().atLeast() > 0) {
          open.computeIfAbsent(balance.server(), server -> new TreeMap<>())
              .putIfAbsent(
                  balance.ceiling().atLeast(),
                  "%s %s".formatted(balance.ceiling(), situation.with()));
        }
      }
    }
    return open.entrySet().stream()
        .map(
            entry ->
                subject.at(
                    this,
                    Severity.NOTE,
                    "servers." + entry.getKey(),
                    List.of(),
                    "how many connections %s accepts is not stated; may be opened: %s"
                        .formatted(entry.getKey(), String.join(", ", entry.getValue().values()))))
        .toList();
  }
}
