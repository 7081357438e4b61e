package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.document.Claim;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.unit.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two documents that say different things of one service. */
@AutoService(Rule.class)
public final class DocumentsRule implements Rule {
  /** Ends that differ by less are rounding and mood. */
  private static final double TOLERANCE = 1.25;

  @Override
  public String name() {
    return "document-against-document";
  }

  @Override
  public String explanation() {
    return "A model declares with same_as that another one describes the same service, and a"
        + " quantity that both state differs at one end by more than a quarter. Quantities of one"
        + " name are compared, and those that same_as pairs.";
  }

  @Override
  public String example() {
    return "One document gives a pool of 5 + 10 connections 100-120 requests/second, another one"
        + " gives the same pool 100-200.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    subject
        .model()
        .sameAs()
        .forEach(
            (name, pairs) ->
                subject.beside().stream()
                    .filter(other -> other.model().model().equals(name))
                    .findFirst()
                    .ifPresent(other -> compare(subject, other, pairs, findings)));
    return findings;
  }

  private void compare(
      Subject subject, ModelFile other, Map<String, String> pairs, List<Finding> findings) {
    for (CheckedClaim own : subject.claims()) {
      Claim claim = own.claim();
      String there = pairs.getOrDefault(claim.quantity(), claim.quantity());
      if (claim.kind() != Claim.Kind.ADVICE) {
        other
            .about(there)
            .filter(theirs -> differ(claim, theirs))
            .ifPresent(theirs -> findings.add(finding(subject, own, other, theirs)));
      }
    }
  }

  private static boolean differ(Claim own, Claim theirs) {
    if (own.stated() == null || theirs.stated() == null) {
      return false;
    }
    Span one = own.stated().base();
    Span two = theirs.stated().base();
    return own.stated().unit().dimension().equals(theirs.stated().unit().dimension())
        && (far(one.low(), two.low()) || far(one.high(), two.high()));
  }

  private static boolean far(double one, double two) {
    double more = Math.max(one, two);
    double less = Math.min(one, two);
    return Double.isFinite(more) && Double.isFinite(less) && more > less * TOLERANCE;
  }

  private Finding finding(Subject subject, CheckedClaim own, ModelFile other, Claim theirs) {
    return subject.at(
        this,
        Severity.ERROR,
        own,
        List.of(),
        "%s is stated as %s, and %s says %s for %s (%s)"
            .formatted(
                own.claim().quantity(),
                own.claim().text(),
                other.model().model(),
                theirs.text(),
                theirs.quantity(),
                theirs.id()));
  }
}
