package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.check.CheckedClaim.Verdict;
import dev.loadline.advisor.document.unit.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Capacities that nothing in the document gives. */
@AutoService(Rule.class)
public final class NoSumRule implements Rule {

  @Override
  public String name() {
    return "no-sum";
  }

  @Override
  public String explanation() {
    return "Users, rates or factors that are stated and that nothing in the document gives. One"
        + " note for all of them; what each of them lacks stands with the claim.";
  }

  @Override
  public String example() {
    return "A load balancer and several instances are said to serve 50,000-100,000 users; how many"
        + " instances is not said.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    List<CheckedClaim> without =
        subject.claims().stream()
            .filter(claim -> claim.verdict() == Verdict.UNSUPPORTED)
            .filter(claim -> claim.claim().stated() != null)
            .filter(claim -> isCapacity(claim.claim().unit()))
            .toList();
    if (without.isEmpty()) {
      return List.of();
    }
    List<String> ids = without.stream().map(claim -> claim.claim().id()).toList();
    return List.of(
        new Finding(
            name(),
            Severity.NOTE,
            "claims",
            List.of(),
            "capacities that nothing in the document gives: %s".formatted(Lists.and(ids)),
            without.get(0).where()));
  }

  private static boolean isCapacity(@Nullable Unit unit) {
    return unit != null
        && (unit.label().equals("x")
            || unit.label().startsWith("user")
            || unit.label().contains("/s"));
  }
}
