package dev.loadline.advisor.check;

import dev.loadline.advisor.check.CheckedClaim.Verdict;
import dev.loadline.advisor.document.Claim;
import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.unit.Span;
import java.util.List;
import java.util.stream.Stream;

/**
 * What rules look at.
 *
 * @param file the model
 * @param claims recomputed
 * @param beside other documents that are checked with it; they may speak of the same things
 */
public record Subject(ModelFile file, List<CheckedClaim> claims, List<ModelFile> beside) {

  public Subject {
    claims = List.copyOf(claims);
    beside = List.copyOf(beside);
  }

  static Subject of(ModelFile file, List<ModelFile> beside) {
    return new Subject(file, Claims.of(file), beside);
  }

  Model model() {
    return file.model();
  }

  /** The service as it is, and as each option and rung would make it. */
  List<Situation> situations() {
    return Situation.of(file);
  }

  /** Claims whose figures the document's own sums do not give. */
  Stream<CheckedClaim> contradictions() {
    return claims.stream()
        .filter(claim -> claim.verdict() == Verdict.CONTRADICTS || givenOtherwise(claim));
  }

  /** What is given or advised keeps that verdict; its own sum may still come out otherwise. */
  private static boolean givenOtherwise(CheckedClaim claim) {
    Span stated = claim.claim().span();
    boolean given = claim.verdict() != Verdict.FOLLOWS && claim.verdict() != Verdict.UNSUPPORTED;
    return given
        && stated != null
        && claim.computed() != null
        && !Claims.agrees(stated, claim.computed());
  }

  Basis basis(Claim claim) {
    return Basis.of(file, claim);
  }

  /** A finding about a claim, which thereby is explained. */
  Finding at(Rule rule, Severity severity, CheckedClaim claim, String message) {
    return at(rule, severity, claim, List.of(claim.claim().id()), message);
  }

  /** A finding about a claim, and what it explains. */
  Finding at(
      Rule rule, Severity severity, CheckedClaim claim, List<String> explains, String message) {
    return new Finding(rule.name(), severity, claim.claim().id(), explains, message, claim.where());
  }

  /** A finding about a part of the model. */
  Finding at(Rule rule, Severity severity, String path, List<String> explains, String message) {
    return new Finding(rule.name(), severity, path, explains, message, file.where(path));
  }
}
