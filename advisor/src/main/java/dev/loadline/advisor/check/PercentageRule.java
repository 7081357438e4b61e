package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.document.Option;
import dev.loadline.advisor.document.resource.Memory;
import dev.loadline.advisor.document.unit.Dimension;
import dev.loadline.advisor.document.unit.Span;
import dev.loadline.advisor.plan.Outlook;
import dev.loadline.advisor.plan.Picks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Per cent that were added to what was multiplied. */
@AutoService(Rule.class)
public final class PercentageRule implements Rule {
  private static final double ROUNDING = 0.02;

  @Override
  public String name() {
    return "percentage-and-factor";
  }

  @Override
  public String explanation() {
    return "Four times as much is 300 % more, not 400 % more: a gain in per cent is the factor less"
        + " one.";
  }

  @Override
  public String example() {
    return "4 workers instead of 1 are said to add 400 %; they add 300 %.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    List<Situation> situations = subject.situations();
    for (Situation situation : situations) {
      Option option =
          situation.path().startsWith("ladder.")
              ? subject.model().ladder().get(situation.name())
              : subject.model().options().get(situation.name());
      if (option != null && option.gain() != null) {
        gain(subject, situations.get(0), situation, option.gain().amount().base())
            .ifPresent(findings::add);
      }
    }
    subject.contradictions().forEach(claim -> added(subject, claim).ifPresent(findings::add));
    return findings;
  }

  private Optional<Finding> gain(Subject subject, Situation now, Situation after, Span gain) {
    double factor = factor(now, after);
    if (!(factor > 1) || near(gain, factor - 1) || !near(gain, factor)) {
      return Optional.empty();
    }
    return Optional.of(
        subject.at(
            this,
            Severity.ERROR,
            after.path() + ".gain",
            List.of(),
            "%s is said to add %s %%; it makes %s times as much, which is %s %% more"
                .formatted(
                    after.label(),
                    gain.times(100),
                    Span.text(factor),
                    Span.text((factor - 1) * 100))));
  }

  /** Of the capacity; of the processes where the capacity is not known. */
  private static double factor(Situation now, Situation after) {
    double capacity =
        Outlook.of(after.file(), Picks.middle()).capacity()
            / Outlook.of(now.file(), Picks.middle()).capacity();
    return Double.isNaN(capacity)
        ? after.copies(Memory.PROCESS) / now.copies(Memory.PROCESS)
        : capacity;
  }

  private Optional<Finding> added(Subject subject, CheckedClaim claim) {
    @Nullable Span stated = claim.claim().span();
    @Nullable Span computed = claim.computed();
    boolean percent =
        claim.claim().unit() != null
            && claim.claim().unit().dimension().equals(Dimension.NONE)
            && claim.claim().unit().inBaseUnits() == 0.01;
    if (!percent
        || stated == null
        || computed == null
        || !stated.isPoint()
        || !near(computed.times(0.01), stated.low() / 100 - 1)) {
      return Optional.empty();
    }
    return Optional.of(
        subject.at(
            this,
            Severity.ERROR,
            claim,
            "%s is stated as %s, which is the factor; %s"
                .formatted(claim.claim().quantity(), claim.claim().text(), claim.explanation())));
  }

  private static boolean near(Span span, double figure) {
    return new Span(figure, figure).within(span, ROUNDING);
  }
}
