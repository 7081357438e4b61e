package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.document.Claim;
import dev.loadline.advisor.document.Formula;
import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Span;
import dev.loadline.advisor.document.unit.Unit;
import dev.loadline.advisor.plan.Picks;
import dev.loadline.advisor.plan.Reckoning;
import dev.loadline.advisor.plan.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** Ranges that a sum leaves out. */
@AutoService(Rule.class)
public final class HiddenRangeRule implements Rule {
  /** From here on a range changes the answer. */
  private static final double WIDE = 2;

  private static final String LITERAL = "literal ";
  private static final String CLAIM = "claim ";

  private static final Pattern WHOLLY = Pattern.compile("range\\(([a-z0-9_.-]+)\\)");

  @Override
  public String name() {
    return "range-hidden-in-a-point";
  }

  @Override
  public String explanation() {
    return "An input is stated as a range of a factor of 2 or more, the sums are made with one"
        + " figure out of it, and what follows is stated as though the rest of the range were"
        + " impossible. One finding for each input.";
  }

  @Override
  public String example() {
    return "A query takes 50-200 ms, 15 connections are said to carry 150 requests/second: they"
        + " carry 75 to 300.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    Map<String, List<Shown>> shown = new LinkedHashMap<>();
    for (CheckedClaim claim : subject.claims()) {
      for (Shown one : shown(subject, claim)) {
        shown.computeIfAbsent(one.path, path -> new ArrayList<>()).add(one);
      }
    }
    return shown.entrySet().stream()
        .flatMap(entry -> finding(subject, entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  /** What a claim shows of one range. */
  private record Shown(String path, Amount range, CheckedClaim claim, Span whole) {
    /** Whether it is less than half of the range, as ratios go. */
    boolean narrowed() {
      Span stated = Objects.requireNonNull(claim.claim().span());
      return stated.high() / stated.low() < Math.sqrt(whole.high() / whole.low());
    }

    String said() {
      Unit unit = claim.claim().unit();
      return "%s is %s %s, stated as %s (%s)"
          .formatted(
              claim.claim().quantity(),
              whole,
              unit == null ? "" : unit,
              claim.claim().span(),
              claim.claim().id());
    }
  }

  private Optional<Finding> finding(Subject subject, String path, List<Shown> shown) {
    Amount range = shown.get(0).range;
    Double used = range.used();
    boolean open =
        shown.stream()
            .anyMatch(one -> !one.narrowed() && (used == null || readsItWholly(subject, one)));
    List<String> hidden = shown.stream().filter(Shown::narrowed).map(Shown::said).toList();
    if (open || hidden.isEmpty() || readElsewhere(subject, path, range)) {
      return Optional.empty();
    }
    String message =
        "%s is %s, a factor of %s%s: %s"
            .formatted(
                path.startsWith(CLAIM) ? path.substring(CLAIM.length()) : path,
                range,
                Span.text(range.stated().high() / range.stated().low()),
                used == null
                    ? ""
                    : ", and the sums are made with %s"
                        .formatted((Span.text(used) + " " + range.unit()).strip()),
                Lists.few(hidden, 3));
    return Optional.of(place(subject, path, message));
  }

  /** Whether a sum is made with the range on purpose: {@code range(user.rate.average)}. */
  private static boolean readsItWholly(Subject subject, Shown one) {
    String formula = one.claim.claim().formula();
    return formula != null
        && WHOLLY
            .matcher(formula)
            .results()
            .map(read -> read.group(1))
            .map(name -> subject.file().model().about(name).map(Claim::of).orElse(name))
            .anyMatch(path -> subject.file().paths().full(path).equals(one.path));
  }

  private Finding place(Subject subject, String path, String message) {
    if (path.startsWith(CLAIM)) {
      String id = path.substring(CLAIM.length());
      return subject.claims().stream()
          .filter(claim -> claim.claim().id().equals(id))
          .findFirst()
          .map(claim -> subject.at(this, Severity.WARNING, claim, List.of(), message))
          .orElseThrow();
    }
    return subject.at(this, Severity.WARNING, path, List.of(), message);
  }

  private static List<Shown> shown(Subject subject, CheckedClaim checked) {
    Claim claim = checked.claim();
    Span stated = claim.span();
    Unit unit = claim.unit();
    boolean said = claim.kind() == Claim.Kind.DERIVED || claim.kind() == Claim.Kind.CLAIM;
    if (!said
        || checked.computed() == null
        || claim.formula() == null
        || stated == null
        || unit == null
        || !stated.isBounded()
        || stated.low() <= 0) {
      return List.of();
    }
    Formula formula = Formula.parse(claim.formula());
    ToDoubleFunction<Picks> sum =
        picks ->
            formula.compute(new Reckoning(subject.file(), picks)).figure() / unit.inBaseUnits();
    List<Shown> found = new ArrayList<>();
    Spread.ranges(sum)
        .forEach(
            (path, range) -> {
              if (wide(range) && isInput(subject, path)) {
                Spread.moving(path, sum)
                    .filter(whole -> whole.low() > 0 && whole.high() / whole.low() >= WIDE)
                    .ifPresent(whole -> found.add(new Shown(path, range, checked, whole)));
              }
            });
    return found;
  }

  /** Figures of the model and inputs among the claims; what is only said is no input. */
  private static boolean isInput(Subject subject, String path) {
    return path.startsWith(CLAIM)
        ? subject.model().claims().stream()
            .anyMatch(
                claim ->
                    path.equals(CLAIM + claim.value().id())
                        && claim.value().kind() == Claim.Kind.INPUT)
        : !path.startsWith(LITERAL);
  }

  private static boolean wide(Amount range) {
    return range.stated().isBounded()
        && range.stated().low() > 0
        && range.stated().high() / range.stated().low() >= WIDE;
  }

  /** Whether the same range stands elsewhere in the model without a figure chosen out of it. */
  private static boolean readElsewhere(Subject subject, String path, Amount range) {
    return subject.file().paths().figures().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(path))
        .map(Map.Entry::getValue)
        .anyMatch(
            other ->
                other.used() == null
                    && other.base().equals(range.base())
                    && other.unit().dimension().equals(range.unit().dimension()));
  }
}
