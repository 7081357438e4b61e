package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.document.Claim;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.document.unit.Dimension;
import dev.loadline.advisor.document.unit.Unit;
import dev.loadline.advisor.plan.Outlook;
import dev.loadline.advisor.plan.Picks;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A first bottleneck of which nobody says how much it bears. */
@AutoService(Rule.class)
public final class BottleneckRule implements Rule {

  @Override
  public String name() {
    return "bottleneck-without-figure";
  }

  @Override
  public String explanation() {
    return "The document states a rate for the service and names what runs out first, but not the"
        + " figures that say when that is: the rate rests on nothing.";
  }

  @Override
  public String example() {
    return "SQLite's one writer runs out first, and 100-500 requests/second are claimed; how long a"
        + " write takes is not said, and at 20 ms it would be 50.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    List<String> rates =
        subject.claims().stream()
            .map(CheckedClaim::claim)
            .filter(claim -> claim.kind() == Claim.Kind.CLAIM)
            .filter(claim -> claim.quantity().startsWith("service.") && isRate(claim.unit()))
            .map(claim -> "%s (%s)".formatted(claim.text(), claim.id()))
            .toList();
    Outlook outlook = Outlook.of(subject.file(), Picks.middle());
    return subject.claims().stream()
        .filter(claim -> !claim.claim().order().isEmpty() && !rates.isEmpty())
        .flatMap(claim -> finding(subject, outlook, claim, rates).stream())
        .toList();
  }

  private static boolean isRate(@Nullable Unit unit) {
    return unit != null && unit.dimension().equals(Dimension.RATE);
  }

  private Optional<Finding> finding(
      Subject subject, Outlook outlook, CheckedClaim claim, List<String> rates) {
    String first = claim.claim().order().get(0);
    return outlook
        .ceiling(first)
        .filter(ceiling -> !ceiling.known())
        .map(Ceiling::because)
        .map(
            because ->
                subject.at(
                    this,
                    Severity.WARNING,
                    claim,
                    "%s is said to run out first, and %s stated for the service, but %s"
                        .formatted(
                            first,
                            Lists.and(rates) + (rates.size() == 1 ? " is" : " are"),
                            because)));
  }
}
