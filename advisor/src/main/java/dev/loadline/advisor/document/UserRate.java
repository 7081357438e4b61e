package dev.loadline.advisor.document;

import dev.loadline.advisor.capacity.Estimate;
import java.util.Optional;

/**
 * How often one user asks, as a document states it; not measured.
 *
 * @param perSecond requests a second that the document calculates with: 3 a minute are 0.05
 */
public record UserRate(double perSecond, Estimate estimate) {
  private static final String QUANTITY = "user.rate.average";

  /** What a document says of {@code user.rate.average}, if anything. */
  public static Optional<UserRate> stated(Model model) {
    return model.about(QUANTITY).flatMap(claim -> of(model, claim));
  }

  private static Optional<UserRate> of(Model model, Claim claim) {
    Span used = claim.used();
    Span span = claim.span();
    Unit unit = claim.unit();
    if (used == null || span == null || unit == null || used.low() <= 0) {
      return Optional.empty();
    }
    double middle = (used.low() + used.high()) / 2;
    Span all = span.times(unit.inBaseUnits());
    return Optional.of(
        new UserRate(
            middle,
            Estimate.point(
                middle,
                Math.min(all.low(), middle),
                Math.max(all.high(), middle),
                "requests/s",
                "%s says %s, and calculates with %s %s; not measured"
                    .formatted(
                        model.model(),
                        claim.text(),
                        Span.text(middle / unit.inBaseUnits()),
                        unit))));
  }
}
