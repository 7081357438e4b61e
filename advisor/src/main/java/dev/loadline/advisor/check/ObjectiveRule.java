package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.document.LoadTest;
import dev.loadline.advisor.document.Objectives;
import dev.loadline.advisor.document.Tier;
import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.Seconds;
import dev.loadline.advisor.document.unit.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evidence that breaks the promise it should support. */
@AutoService(Rule.class)
public final class ObjectiveRule implements Rule {

  @Override
  public String name() {
    return "objective-missed";
  }

  @Override
  public String explanation() {
    return "A load test that the document brings as evidence was slower than the document's own"
        + " objective: an error where all of what was measured is slower, a warning where a part"
        + " is. A load that the document calls its capacity, and for which it expects to be slower"
        + " than its objective, is a warning too.";
  }

  @Override
  public String example() {
    return "95 % of requests are to be answered within 200 ms, and the load test measured a p95 of"
        + " 250-300 ms.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    Objectives objectives = subject.model().objectives();
    List<Finding> findings = new ArrayList<>();
    for (LoadTest test : subject.model().evidence()) {
      add(subject, "p95", test.tool(), test.p95(), objectives.p95(), findings);
      add(subject, "p99", test.tool(), test.p99(), objectives.p99(), findings);
    }
    subject
        .model()
        .tiers()
        .forEach((name, tier) -> tier(subject, name, tier, objectives.p95(), findings));
    return findings;
  }

  /** A load that the document calls its capacity, and at which it expects to be too slow. */
  private void tier(
      Subject subject, String name, Tier tier, @Nullable Seconds wanted, List<Finding> findings) {
    Count users = subject.model().users().stated();
    if (wanted == null || users == null || tier.response() == null) {
      return;
    }
    Span slowest = tier.response().amount().base();
    boolean carried = tier.users().amount().base().within(users.amount().base(), 0);
    if (carried && Double.isFinite(slowest.high()) && slowest.high() > limit(wanted)) {
      findings.add(
          subject.at(
              this,
              Severity.WARNING,
              "tiers." + name + ".response",
              List.of(),
              "%s are what the service is said to carry, and are expected to be answered in %s; the"
                      .formatted(tier.users(), tier.response())
                  + " objective for the p95 is %s".formatted(wanted)));
    }
  }

  private static double limit(Seconds wanted) {
    return wanted.amount().base().high();
  }

  private void add(
      Subject subject,
      String which,
      String tool,
      @Nullable Seconds measured,
      @Nullable Seconds wanted,
      List<Finding> findings) {
    if (measured == null || wanted == null) {
      return;
    }
    double limit = limit(wanted);
    double fastest = measured.amount().base().low();
    if (measured.amount().base().high() <= limit) {
      return;
    }
    String path = "objectives." + which;
    List<String> explained =
        subject
            .contradictions()
            .filter(claim -> subject.basis(claim.claim()).paths().contains(path))
            .map(claim -> claim.claim().id())
            .toList();
    findings.add(
        subject.at(
            this,
            fastest >= limit ? Severity.ERROR : Severity.WARNING,
            path,
            explained,
            "the objective for the %s is %s, and %s measured %s"
                .formatted(which, wanted, tool, measured)));
  }
}
