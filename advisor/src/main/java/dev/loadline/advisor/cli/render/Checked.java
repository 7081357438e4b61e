package dev.loadline.advisor.cli.render;

import dev.loadline.advisor.check.CheckedClaim;
import dev.loadline.advisor.check.CheckedClaim.Verdict;
import dev.loadline.advisor.check.Finding;
import dev.loadline.advisor.check.PoolAboveServerRule;
import dev.loadline.advisor.check.Report;
import dev.loadline.advisor.check.Severity;
import dev.loadline.advisor.document.unit.Unit;
import dev.loadline.advisor.ledger.Balance;
import dev.loadline.advisor.ledger.Ledger;
import dev.loadline.advisor.ledger.manifest.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One checked document, as the renderers read it.
 *
 * @param model its name; null where only deployment files were given
 * @param document what was written, in a sentence
 * @param ledger the connections of its servers
 * @param gated whether a ledger that does not balance is a finding
 * @param remarks what was not understood of deployment files
 */
public record Checked(
    @Nullable String model,
    String document,
    List<CheckedClaim> claims,
    List<Found> findings,
    List<Balance> ledger,
    boolean gated,
    List<Remark> remarks) {

  public Checked {
    claims = List.copyOf(claims);
    findings = List.copyOf(findings);
    ledger = List.copyOf(ledger);
    remarks = List.copyOf(remarks);
  }

  public static Checked of(Report report, Ledger ledger, boolean gated, List<Remark> remarks) {
    List<Found> findings = new ArrayList<>(gated ? failing(ledger) : List.of());
    report.findings().stream()
        .filter(finding -> !gated || !said(ledger, finding))
        .forEach(finding -> findings.add(Found.of(finding)));
    return new Checked(
        report.file().model().model(),
        report.file().model().document(),
        report.claims(),
        findings,
        ledger.balances(),
        gated,
        remarks);
  }

  /** Deployment files alone: a ledger without a document. */
  public static Checked of(String files, Ledger ledger, List<Remark> remarks) {
    return new Checked(null, files, List.of(), failing(ledger), ledger.balances(), true, remarks);
  }

  private static List<Found> failing(Ledger ledger) {
    return ledger.balances().stream()
        .flatMap(
            balance -> exceeded(balance) ? Stream.of(Found.of(balance)) : Found.unreadable(balance))
        .toList();
  }

  private static boolean exceeded(Balance balance) {
    return balance.verdict() == dev.loadline.advisor.ledger.Verdict.EXCEEDED;
  }

  /** Whether a rule says of the service as it is what the ledger says better. */
  private static boolean said(Ledger ledger, Finding finding) {
    return finding.rule().equals(PoolAboveServerRule.NAME)
        && ledger.balances().stream()
            .filter(Checked::exceeded)
            .anyMatch(balance -> finding.subject().equals(PoolAboveServerRule.path(balance)));
  }

  /** Whether something is at least as bad as this; a contradiction is as bad as an error. */
  public boolean fails(Severity from) {
    return claims.stream().anyMatch(claim -> claim.verdict() == Verdict.CONTRADICTS)
        || findings.stream().anyMatch(found -> found.severity().compareTo(from) <= 0);
  }

  String title() {
    return model == null ? "deployment" : model;
  }

  /** The unit of what is stated, and so of what is computed; empty where it is words. */
  static String unit(CheckedClaim claim) {
    Unit unit = claim.claim().unit();
    return unit == null ? "" : unit.label();
  }

  /** {@code 400-500 requests/second}; nothing where it is words. */
  static String stated(CheckedClaim claim) {
    return claim.claim().stated() == null ? "" : claim.claim().stated().toString();
  }
}
