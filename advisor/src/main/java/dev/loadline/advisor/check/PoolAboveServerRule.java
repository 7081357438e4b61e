package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.ledger.Balance;
import dev.loadline.advisor.ledger.ModelLedger;
import dev.loadline.advisor.ledger.State;
import dev.loadline.advisor.ledger.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** More connections than a server accepts. */
@AutoService(Rule.class)
public final class PoolAboveServerRule implements Rule {

  @Override
  public String name() {
    return "pool-above-server";
  }

  @Override
  public String explanation() {
    return "All pools of all processes and instances together may open more connections than the"
        + " server or the pooler before it accepts: now, at the autoscaler's maximum, during a"
        + " rolling update, with an option or on a rung of the ladder. Those who come last are"
        + " refused. One finding for each server.";
  }

  @Override
  public String example() {
    return "4 replicas with a pool of 20 + 40 may open 240 connections; PostgreSQL accepts 200.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    Map<String, List<String>> exceeded = new LinkedHashMap<>();
    for (Situation situation : Situation.written(subject.file())) {
      for (Balance balance : ModelLedger.of(situation.file()).balances()) {
        if (balance.verdict() == Verdict.EXCEEDED) {
          exceeded
              .computeIfAbsent(path(balance), path -> new ArrayList<>())
              .add(said(situation, balance));
        }
      }
    }
    return exceeded.entrySet().stream()
        .map(
            entry ->
                subject.at(
                    this,
                    Severity.ERROR,
                    entry.getKey(),
                    List.of(),
                    "more connections than %s accepts: %s"
                        .formatted(
                            entry.getKey().substring(entry.getKey().indexOf('.') + 1),
                            String.join("; ", entry.getValue()))))
        .toList();
  }

  private static String path(Balance balance) {
    return (balance.pooler() ? "poolers." : "servers.") + balance.server();
  }

  private static String said(Situation situation, Balance balance) {
    return "%s of %d %s%s (%s)"
        .formatted(
            balance.ceiling(),
            balance.accepts(),
            situation.with(),
            balance.worst() == State.NOW ? "" : " " + balance.worst().phrase(),
            String.join(" + ", balance.terms()));
  }
}
