package dev.loadline.advisor.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recomputes the claims of a document from one another; nothing need run. */
public final class Check {
  /** Documents round: what differs by less agrees. */
  private static final double ROUNDING = 0.01;

  private final Model model;

  private Check(Model model) {
    this.model = model;
  }

  /** Every claim of a model with its verdict, in the document's order. */
  public static List<CheckedClaim> of(Model model) {
    Check check = new Check(model);
    return model.claims().stream().map(check::claim).toList();
  }

  private CheckedClaim claim(Claim claim) {
    return switch (claim.kind()) {
      case INPUT -> new CheckedClaim(claim, null, CheckedClaim.Verdict.INPUT, claim.says());
      case ADVICE -> new CheckedClaim(claim, null, CheckedClaim.Verdict.ADVICE, claim.says());
      case DERIVED, CLAIM -> recomputed(claim);
    };
  }

  private CheckedClaim recomputed(Claim claim) {
    String formula = claim.formula();
    Span stated = claim.span();
    Unit unit = claim.unit();
    if (formula == null || stated == null || unit == null) {
      return new CheckedClaim(
          claim, null, CheckedClaim.Verdict.UNSUPPORTED, "no figure of the document gives it");
    }
    Span computed =
        Formula.compute(formula, name -> value(name, new HashSet<>()))
            .times(1 / unit.inBaseUnits());
    boolean follows = computed.within(stated, ROUNDING);
    return new CheckedClaim(
        claim,
        computed,
        follows ? CheckedClaim.Verdict.FOLLOWS : CheckedClaim.Verdict.CONTRADICTS,
        "%s = %s %s".formatted(formula, computed, unit));
  }

  /** A quantity as the document's sums use it, else as it follows from others. */
  private Span value(String quantity, Set<String> asked) {
    if (!asked.add(quantity)) {
      throw new IllegalArgumentException(quantity + " follows from itself in " + model.model());
    }
    Claim claim =
        model
            .about(quantity)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no claim of %s is about '%s'".formatted(model.model(), quantity)));
    @Nullable Span used = claim.used();
    if (used != null) {
      return used;
    }
    if (claim.formula() == null) {
      throw new IllegalArgumentException(claim.id() + " states no figure for '" + quantity + "'");
    }
    return Formula.compute(claim.formula(), name -> value(name, asked));
  }
}
