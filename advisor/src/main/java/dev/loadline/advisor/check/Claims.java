package dev.loadline.advisor.check;

import dev.loadline.advisor.check.CheckedClaim.Verdict;
import dev.loadline.advisor.document.Claim;
import dev.loadline.advisor.document.Formula;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.Value;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Dimension;
import dev.loadline.advisor.document.unit.Span;
import dev.loadline.advisor.document.unit.Unit;
import dev.loadline.advisor.plan.Outlook;
import dev.loadline.advisor.plan.Picks;
import dev.loadline.advisor.plan.Reckoning;
import dev.loadline.advisor.plan.Spread;
import dev.loadline.collector.yaml.Located;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Recomputes the claims of a document from one another; nothing need run.
 *
 * <p>A claim follows where what is stated and what is computed are the same but for rounding, or
 * where the middle of one lies within the other. 100-120 requests/s follow from 75-300; 400-500 do
 * not follow from 333-400.
 */
public final class Claims {
  /** Documents round: what differs by less agrees. */
  private static final double ROUNDING = 0.01;

  private final ModelFile file;

  Claims(ModelFile file) {
    this.file = file;
  }

  /** Every claim of a model with its verdict, in the document's order. */
  public static List<CheckedClaim> of(ModelFile file) {
    Claims claims = new Claims(file);
    return file.model().claims().stream().map(claims::checked).toList();
  }

  private CheckedClaim checked(Located<Claim> located) {
    Claim claim = located.value();
    String where = claim.at() == null ? located.where() : claim.at();
    return switch (claim.kind()) {
      case INPUT -> plain(claim, Verdict.INPUT, where);
      case ADVICE -> plain(claim, Verdict.ADVICE, where);
      case GAP -> plain(claim, Verdict.GAP, where);
      case SIGNAL -> plain(claim, Verdict.TRACKED, where);
      case DERIVED, CLAIM -> recomputed(claim, where);
    };
  }

  /**
   * Claims that are given may still be computed: a limiter's effect, a recommended pool's total.
   */
  private CheckedClaim plain(Claim claim, Verdict verdict, String where) {
    CheckedClaim computed = claim.formula() == null ? null : recomputed(claim, where);
    return computed == null || computed.verdict() == Verdict.UNSUPPORTED
        ? new CheckedClaim(claim, null, null, verdict, claim.says(), where)
        : new CheckedClaim(
            claim, computed.computed(), computed.full(), verdict, computed.explanation(), where);
  }

  private CheckedClaim recomputed(Claim claim, String where) {
    if (!claim.order().isEmpty()) {
      return order(claim, where);
    }
    if (claim.formula() == null) {
      String lacks = claim.lacks();
      return unsupported(claim, lacks == null ? "nothing in the document gives it" : lacks, where);
    }
    try {
      return computed(claim, Formula.parse(claim.formula()), where);
    } catch (IllegalArgumentException e) {
      return unsupported(claim, Objects.requireNonNullElse(e.getMessage(), "no formula"), where);
    }
  }

  private static CheckedClaim unsupported(Claim claim, String reason, String where) {
    return new CheckedClaim(claim, null, null, Verdict.UNSUPPORTED, reason, where);
  }

  private CheckedClaim computed(Claim claim, Formula formula, String where) {
    Amount stated = claim.stated();
    Unit unit = stated == null ? Unit.NONE : stated.unit();
    Dimension dimension = formula.compute(new Reckoning(file, Picks.middle())).dimension();
    if (stated != null && !dimension.equals(unit.dimension())) {
      throw new IllegalArgumentException(
          "%s gives %s, and %s"
              .formatted(
                  formula,
                  dimension,
                  unit.label().isEmpty()
                      ? "a figure without a unit is stated"
                      : unit + " are " + unit.dimension()));
    }
    Optional<Spread> spread =
        Spread.over(picks -> formula.compute(new Reckoning(file, picks)).figure());
    if (spread.isEmpty()) {
      return unsupported(claim, Objects.requireNonNullElse(claim.lacks(), missing(formula)), where);
    }
    double scale = 1 / unit.inBaseUnits();
    Span used = spread.get().used().times(scale);
    Span full = spread.get().full().times(scale);
    String sum = sum(formula, (used + " " + unit).strip());
    if (stated == null) {
      return new CheckedClaim(claim, used, full, Verdict.UNSUPPORTED, sum, where);
    }
    if (agrees(claim, stated.stated(), spread.get().times(scale))) {
      return new CheckedClaim(claim, used, full, Verdict.FOLLOWS, sum, where);
    }
    return claim.lacks() == null
        ? new CheckedClaim(claim, used, full, Verdict.CONTRADICTS, sum, where)
        : new CheckedClaim(
            claim, used, full, Verdict.UNSUPPORTED, sum + "; " + claim.lacks(), where);
  }

  /** What is only said may lie anywhere in the range; a sum has to come out as it was made. */
  private static boolean agrees(Claim claim, Span stated, Spread computed) {
    if (claim.kind() == Claim.Kind.DERIVED) {
      return comesOut(stated, computed.used());
    }
    return agrees(stated, computed.used())
        || (claim.kind() == Claim.Kind.CLAIM && agrees(stated, computed.full()));
  }

  /** Both ends but for rounding; a single figure may lie anywhere in the other's range. */
  private static boolean comesOut(Span stated, Span computed) {
    boolean inside = stated.within(computed, ROUNDING);
    boolean around = computed.within(stated, ROUNDING);
    boolean single = stated.isPoint() || computed.isPoint();
    return (inside && around) || (single && (inside || around));
  }

  static boolean agrees(Span stated, Span computed) {
    return computed.within(stated, ROUNDING)
        || stated.within(computed, ROUNDING)
        || holds(computed, stated.middle())
        || holds(stated, computed.middle());
  }

  private static boolean holds(Span span, double figure) {
    return span.low() <= figure && figure <= span.high();
  }

  /** Why a formula gives no number: a ceiling that nobody stated the figures for. */
  private String missing(Formula formula) {
    return Outlook.of(file, Picks.middle()).ceilings().stream()
        .filter(ceiling -> !ceiling.known())
        .map(Ceiling::because)
        .findFirst()
        .orElse(formula + " gives no number");
  }

  /** The sum and what it gives; a figure that is taken over as it stands is no sum. */
  private String sum(Formula formula, String result) {
    String said = said(formula);
    return said.equals(result)
        ? file.about(formula.toString()).map(Claim::id).orElse(formula.toString())
            + " states "
            + result
        : said + " = " + result;
  }

  /** A part of a sum with the figures of this model. */
  String said(Formula.Node part) {
    return Formula.said(part, this::figure, this::call);
  }

  private String said(Formula formula) {
    if (formula.root() instanceof Formula.Node.Call call && call.function().equals("factor")) {
      return new Spoken(file).ratio(call).orElseGet(formula::toString);
    }
    String sum = said(formula.root());
    return sum.startsWith("(with ") && Spoken.isOneChange(formula.root())
        ? sum.substring(1, sum.length() - 1)
        : sum;
  }

  /** The ends of a range as figures; a capacity as the sum that gives it; others as they stand. */
  private Optional<String> call(Formula.Node.Call call) {
    return switch (call.function()) {
      case "low", "high" -> end(call);
      case "range" -> range(call);
      case "capacity", "ceiling" -> ceiling(call);
      case "users", "after", "rung", "factor" -> new Spoken(file).said(call);
      case "confidence" -> Optional.of("any component");
      case "mean_confidence" -> Optional.of("mean of all components");
      default -> Optional.empty();
    };
  }

  private Optional<String> end(Formula.Node.Call call) {
    return call.arguments().get(0) instanceof Formula.Node.Name name
        ? unit(name.name())
            .flatMap(
                unit ->
                    Spread.over(
                            picks ->
                                new Reckoning(file, picks).call(call).figure() / unit.inBaseUnits())
                        .map(spread -> spread.used() + " " + unit))
        : Optional.empty();
  }

  private Optional<Unit> unit(String quantity) {
    return file.about(quantity)
        .map(Claim::unit)
        .or(() -> Optional.ofNullable(file.paths().at(quantity)).map(Amount::unit));
  }

  private Optional<String> range(Formula.Node.Call call) {
    return call.arguments().get(0) instanceof Formula.Node.Name name
        ? amount(name.name()).map(Amount::toString)
        : Optional.empty();
  }

  private Optional<String> ceiling(Formula.Node.Call call) {
    Outlook outlook = Outlook.of(file, Picks.middle());
    return call.arguments().isEmpty()
        ? outlook.bottleneck().map(Ceiling::because)
        : Optional.of(new Reckoning(file, Picks.middle()).ceiling(call).because());
  }

  private String figure(String name) {
    return amount(name)
        .map(
            amount ->
                amount.used() == null
                    ? amount.toString()
                    : (Span.text(amount.used()) + " " + amount.unit()).strip())
        .or(() -> computedFigure(name))
        .orElse(name);
  }

  /** What a name stands for where nothing has to be computed. */
  private Optional<Amount> amount(String name) {
    Optional<Claim> claim = file.about(name);
    return claim.isPresent() && claim.get().formula() != null
        ? Optional.empty()
        : Optional.ofNullable(claim.map(Claim::stated).orElseGet(() -> file.paths().at(name)));
  }

  private Optional<String> computedFigure(String name) {
    return file.about(name)
        .filter(claim -> claim.formula() != null)
        .flatMap(
            claim -> {
              Unit unit = claim.unit() == null ? Unit.NONE : claim.unit();
              return Spread.over(picks -> value(name, picks).figure() / unit.inBaseUnits())
                  .map(spread -> (spread.used() + " " + unit).strip());
            });
  }

  private Value value(String name, Picks picks) {
    return new Reckoning(file, picks).quantity(name);
  }

  private CheckedClaim order(Claim claim, String where) {
    Outlook outlook = Outlook.of(file, Picks.middle());
    List<Ceiling> order = outlook.order(outlook.usual().orElse(null));
    List<String> computed =
        order.stream().map(Ceiling::resource).filter(claim.order()::contains).toList();
    Optional<Ceiling> unknown =
        outlook.ceiling(claim.order().get(0)).filter(ceiling -> !ceiling.known());
    if (unknown.isPresent()) {
      return unsupported(claim, unknown.get().resource() + ": " + unknown.get().because(), where);
    }
    if (order.isEmpty()) {
      return unsupported(claim, "no ceiling can be computed from the document", where);
    }
    List<String> stated = claim.order().stream().filter(computed::contains).toList();
    String first = order.get(0).resource();
    boolean follows = stated.equals(computed) && claim.order().get(0).equals(first);
    return new CheckedClaim(
        claim,
        null,
        null,
        follows ? Verdict.FOLLOWS : Verdict.CONTRADICTS,
        "computed: "
            + String.join(
                ", ", order.stream().map(one -> new Spoken(file).said(outlook, one)).toList()),
        where);
  }
}
