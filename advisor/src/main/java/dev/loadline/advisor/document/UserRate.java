package dev.loadline.advisor.document;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Span;
import dev.loadline.advisor.document.unit.Unit;
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
    Amount stated = claim.stated();
    if (stated == null || stated.usedBase().low() <= 0 || !stated.base().isBounded()) {
      return Optional.empty();
    }
    Unit unit = stated.unit();
    double middle = (stated.usedBase().low() + stated.usedBase().high()) / 2;
    Span all = stated.base();
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
