package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.document.Claim;
import dev.loadline.advisor.document.resource.Pool;
import dev.loadline.advisor.document.unit.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One pool's connections that are said to be all. */
@AutoService(Rule.class)
public final class PerProcessRule implements Rule {
  private static final double ROUNDING = 0.02;

  @Override
  public String name() {
    return "per-process-taken-for-total";
  }

  @Override
  public String explanation() {
    return "A number of connections is stated that is the pool of one process, while every process"
        + " of every instance opens a pool of its own. Options and rungs of the ladder count too.";
  }

  @Override
  public String example() {
    return "8 workers and a pool of 50 + 100 are said to be 150 connections: they are 1,200.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (Situation situation : subject.situations()) {
      List<CheckedClaim> said = about(subject, situation);
      situation
          .model()
          .resources()
          .forEach(
              (name, resource) -> {
                if (resource instanceof Pool pool) {
                  mistaken(situation, pool, said)
                      .filter(claim -> !told.contains(claim.claim().id()))
                      .ifPresent(
                          claim -> {
                            told.add(claim.claim().id());
                            findings.add(finding(subject, situation, pool, claim));
                          });
                }
              });
    }
    return findings;
  }

  /** Claims in connections that suppose a situation, by their sums or by their names. */
  private static List<CheckedClaim> about(Subject subject, Situation situation) {
    return subject.claims().stream()
        .filter(claim -> connections(claim.claim()))
        .filter(
            claim -> {
              Basis basis = subject.basis(claim.claim());
              return situation.isNow()
                  ? claim.claim().kind() != Claim.Kind.ADVICE && basis.now()
                  : basis.changes().contains(situation.name())
                      || claim.claim().quantity().startsWith(situation.name() + ".");
            })
        .toList();
  }

  private static boolean connections(Claim claim) {
    return claim.kind() != Claim.Kind.INPUT
        && claim.unit() != null
        && claim.unit().label().startsWith("connection");
  }

  private static Optional<CheckedClaim> mistaken(
      Situation situation, Pool pool, List<CheckedClaim> said) {
    double each = each(pool);
    double copies = situation.copies(pool.per());
    if (copies <= 1 || said.stream().anyMatch(claim -> states(claim.claim(), each * copies))) {
      return Optional.empty();
    }
    return said.stream().filter(claim -> states(claim.claim(), each)).findFirst();
  }

  private static boolean states(Claim claim, double connections) {
    Span stated = claim.span();
    return stated != null
        && stated.isBounded()
        && Math.abs(stated.high() - connections) <= connections * ROUNDING;
  }

  private Finding finding(Subject subject, Situation situation, Pool pool, CheckedClaim claim) {
    double each = each(pool);
    return subject.at(
        this,
        Severity.ERROR,
        claim,
        "%s is stated as %s; each process has a pool of its own: %s x %s connections = %s%s"
            .formatted(
                claim.claim().quantity(),
                claim.claim().text(),
                situation.said(pool.per()),
                Span.text(each),
                Span.text(each * situation.copies(pool.per())),
                situation.isNow() ? "" : " " + situation.with()));
  }

  private static double each(Pool pool) {
    return Situation.high(pool.size()) + Situation.high(pool.overflow());
  }
}
