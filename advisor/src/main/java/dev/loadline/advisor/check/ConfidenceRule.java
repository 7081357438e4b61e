package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.document.Readiness;
import dev.loadline.advisor.document.unit.Span;
import java.util.List;

/** A whole that is more confident than its parts. */
@AutoService(Rule.class)
public final class ConfidenceRule implements Rule {
  private static final double ROUNDING = 0.02;

  @Override
  public String name() {
    return "confidence-does-not-average";
  }

  @Override
  public String explanation() {
    return "The confidence in the whole is not the weighted mean of the confidence in the parts.";
  }

  @Override
  public String example() {
    return "Ten parts of 90, 85, 95, 20, 40, 0, 0, 30, 0 and 0 % are said to be 60-70 % as a whole;"
        + " their mean is 36 %.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    Readiness readiness = subject.model().readiness();
    if (readiness == null || weights(readiness) == 0) {
      return List.of();
    }
    Span mean = mean(readiness);
    Span overall = readiness.overall().amount().base();
    if (mean.within(overall, ROUNDING) || overall.within(mean, ROUNDING)) {
      return List.of();
    }
    List<String> explained =
        subject
            .contradictions()
            .filter(claim -> subject.basis(claim.claim()).functions().contains("mean_confidence"))
            .map(claim -> claim.claim().id())
            .toList();
    return List.of(
        subject.at(
            this,
            Severity.ERROR,
            "readiness.overall",
            explained,
            "the whole is stated as %s, and the weighted mean of its %d parts is %s %%"
                .formatted(readiness.overall(), readiness.components().size(), mean.times(100))));
  }

  private static double weights(Readiness readiness) {
    return readiness.components().values().stream()
        .mapToDouble(part -> part.weight().amount().usedBase().middle())
        .sum();
  }

  private static Span mean(Readiness readiness) {
    double weights = weights(readiness);
    double low = 0;
    double high = 0;
    for (Readiness.Component part : readiness.components().values()) {
      double weight = part.weight().amount().usedBase().middle();
      Span confidence = part.confidence().amount().usedBase();
      low += weight * confidence.low();
      high += weight * confidence.high();
    }
    return new Span(low / weights, high / weights);
  }
}
