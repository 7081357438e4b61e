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
  /** As {@code accepts} silences it. */
  public static final String NAME = "pool-above-server";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String explanation() {
    return "All pools of all processes and instances together may open more connections than the"
        + " server or the pooler before it accepts: now, at the autoscaler's maximum, during a"
        + " rolling update, with an option or on a rung of the ladder. Those who come last are"
        + " refused. One finding for each server as it is, and one for what options and rungs make"
        + " of it.";
  }

  @Override
  public String example() {
    return "4 replicas with a pool of 20 + 40 may open 240 connections; PostgreSQL accepts 200.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    Map<String, List<String>> now = new LinkedHashMap<>();
    Map<String, List<String>> changed = new LinkedHashMap<>();
    Map<String, String> places = new LinkedHashMap<>();
    for (Situation situation : Situation.written(subject.file())) {
      for (Balance balance : ModelLedger.of(situation.file()).balances()) {
        if (balance.verdict() == Verdict.EXCEEDED) {
          if (!situation.isNow()) {
            places.putIfAbsent(path(balance), situation.path());
          }
          (situation.isNow() ? now : changed)
              .computeIfAbsent(path(balance), path -> new ArrayList<>())
              .add(said(situation, balance));
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    now.forEach((path, said) -> findings.add(finding(subject, path, path, said)));
    changed.forEach(
        (path, said) ->
            findings.add(finding(subject, places.getOrDefault(path, path), path, said)));
    return findings;
  }

  private Finding finding(Subject subject, String place, String path, List<String> said) {
    return subject.at(
        this,
        Severity.ERROR,
        place,
        List.of(),
        "more connections than %s accepts: %s"
            .formatted(path.substring(path.indexOf('.') + 1), String.join("; ", said)));
  }

  /** {@code servers.orders-pg}: where a finding about the service as it is belongs. */
  public static String path(Balance balance) {
    return (balance.pooler() ? "poolers." : "servers.") + balance.server();
  }

  private static String said(Situation situation, Balance balance) {
    return "%s of %s %s%s (%s)"
        .formatted(
            balance.ceiling(),
            balance.accepted(),
            situation.with(),
            balance.worst() == State.NOW ? "" : " " + balance.worst().phrase(),
            String.join(" + ", balance.terms()));
  }
}
