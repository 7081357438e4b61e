package dev.loadline.advisor.document;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.document.DocumentStanding.Figure;
import dev.loadline.advisor.document.unit.Span;
import dev.loadline.advisor.document.unit.Unit;
import dev.loadline.collector.yaml.Located;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the claims of a document against what was measured.
 *
 * <ul>
 *   <li>A configured figure is compared exactly.
 *   <li>A measured one is contradicted where the live interval lies wholly outside the stated range
 *       widened by a quarter, confirmed where it lies wholly inside.
 *   <li>A capacity is disputed where the prediction excludes it; only load that has been there
 *       confirms it.
 * </ul>
 */
public final class LiveVerdicts {
  private static final double TOLERANCE = 0.25;
  private static final double FULL = 0.95;
  private static final String CONFIRMED = "confirmed";
  private static final String CONTRADICTED = "contradicted";
  private static final String DISPUTED = "disputed";
  private static final String OPEN = "open";

  private LiveVerdicts() {}

  /** How a document stands against live figures. */
  public static DocumentStanding of(Model model, LiveFigures live) {
    List<Figure> figures =
        model.claims().stream()
            .map(Located::value)
            .filter(claim -> claim.measures() != null && claim.span() != null)
            .map(claim -> figure(claim, live))
            .toList();
    int confirmed = count(figures, CONFIRMED);
    int contradicted = count(figures, CONTRADICTED);
    int disputed = count(figures, DISPUTED);
    int open = model.claims().size() - confirmed - contradicted - disputed;
    return new DocumentStanding(model.model(), confirmed, contradicted, disputed, open, figures);
  }

  private static Figure figure(Claim claim, LiveFigures live) {
    Claim.Measure measure = claim.measures();
    Span span = claim.span();
    Unit unit = claim.unit();
    if (measure == null || span == null || unit == null) {
      throw new IllegalArgumentException(claim.id() + " cannot be measured");
    }
    Estimate estimate = live.of(measure);
    @Nullable Double value =
        estimate.known() ? (Double) (estimate.orThrow() / unit.inBaseUnits()) : null;
    return new Figure(
        claim.id(),
        claim.quantity(),
        claim.text(),
        span.low(),
        span.high(),
        unit.toString(),
        value,
        verdict(measure, span.times(unit.inBaseUnits()), estimate, live.seenUpTo()),
        explain(measure, claim, estimate, live.seenUpTo()));
  }

  private static String verdict(
      Claim.Measure measure, Span stated, Estimate estimate, double seenUpTo) {
    if (!estimate.known()) {
      return OPEN;
    }
    Span live = new Span(estimate.lowest(), estimate.highest());
    return switch (measure) {
      case LIMIT -> live.within(stated, 1e-9) ? CONFIRMED : CONTRADICTED;
      case HOLD -> measured(live, stated);
      case CAPACITY -> {
        if (live.disjoint(stated)) {
          yield DISPUTED;
        }
        yield seenUpTo >= FULL ? CONFIRMED : OPEN;
      }
    };
  }

  private static String measured(Span live, Span stated) {
    Span widened = new Span(stated.low() / (1 + TOLERANCE), stated.high() * (1 + TOLERANCE));
    if (live.disjoint(widened)) {
      return CONTRADICTED;
    }
    return live.within(widened, 0) ? CONFIRMED : OPEN;
  }

  private static String explain(
      Claim.Measure measure, Claim claim, Estimate estimate, double seenUpTo) {
    String live = "the document says %s; live: %s".formatted(claim.text(), estimate.explanation());
    return measure == Claim.Measure.CAPACITY && estimate.known()
        ? live + "; load has been up to %.0f %% of the limit".formatted(100 * seenUpTo)
        : live;
  }

  private static int count(List<Figure> figures, String verdict) {
    return (int) figures.stream().filter(figure -> figure.verdict().equals(verdict)).count();
  }
}
