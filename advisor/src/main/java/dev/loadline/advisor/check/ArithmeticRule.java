package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.document.Claim;
import java.util.List;

/** Figures that do not come out. */
@AutoService(Rule.class)
public final class ArithmeticRule implements Rule {

  @Override
  public String name() {
    return "arithmetic";
  }

  @Override
  public String explanation() {
    return "A stated figure that the document's own figures do not give: neither lies within the"
        + " other, nor the middle of one within the other. Rounding of 2 % is let pass. Where"
        + " another rule knows why, that rule speaks.";
  }

  @Override
  public String example() {
    return "15 connections that are held for 100 ms are said to carry 200 requests/second; they"
        + " carry 150.";
  }

  @Override
  public boolean general() {
    return true;
  }

  @Override
  public List<Finding> findings(Subject subject) {
    return subject
        .contradictions()
        .map(claim -> claim.computed() == null ? order(subject, claim) : figure(subject, claim))
        .toList();
  }

  private Finding figure(Subject subject, CheckedClaim checked) {
    Claim claim = checked.claim();
    return subject.at(
        this,
        Severity.ERROR,
        checked,
        "%s is stated as %s, but %s"
            .formatted(claim.quantity(), claim.text(), checked.explanation()));
  }

  private Finding order(Subject subject, CheckedClaim checked) {
    return subject.at(
        this,
        Severity.WARNING,
        checked,
        "the order of what runs out is stated as %s; %s"
            .formatted(String.join(", ", checked.claim().order()), checked.explanation()));
  }
}
