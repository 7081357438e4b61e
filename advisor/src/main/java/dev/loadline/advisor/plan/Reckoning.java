package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.Claim;
import dev.loadline.advisor.document.Formula;
import dev.loadline.advisor.document.Formula.Node;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.Option;
import dev.loadline.advisor.document.Readiness.Component;
import dev.loadline.advisor.document.Users.Profile;
import dev.loadline.advisor.document.Value;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Dimension;
import dev.loadline.advisor.document.unit.Span;
import dev.loadline.advisor.document.unit.Unit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

/**
 * Computes formulas over a model: quantities are paths of the model or other claims, which are
 * recomputed in turn, so that a changed input reaches all that follows from it. What nothing in the
 * document gives, or only in part, is taken as it is stated.
 *
 * <p>Functions: {@code min}, {@code max}, {@code low} and {@code high} (the ends of a range),
 * {@code range} (all of a range, though a figure was chosen), {@code ceil}, {@code capacity()} and
 * {@code capacity(resource)} in requests/s, {@code users(profile)}, {@code ceiling(resource)},
 * {@code after(option, formula)} (the formula in the changed model), {@code rung(name, formula)}
 * (the model on that rung of the ladder), {@code factor(option)}, {@code confidence()} (of any part
 * of the readiness list) and {@code mean_confidence()} (of all, weighted).
 */
public final class Reckoning implements Formula.Scope {
  private final ModelFile file;
  private final Picks picks;
  private final Deque<String> asked = new ArrayDeque<>();

  public Reckoning(ModelFile file, Picks picks) {
    this.file = file;
    this.picks = picks;
  }

  @Override
  public Value figure(Amount literal) {
    return new Value(picks.of("literal " + literal, literal), literal.unit().dimension());
  }

  @Override
  public Value quantity(String name) {
    if (asked.contains(name)) {
      throw new IllegalArgumentException("'%s' follows from itself".formatted(name));
    }
    asked.push(name);
    try {
      return found(name);
    } finally {
      asked.pop();
    }
  }

  private Value found(String name) {
    Claim claim = file.about(name).orElse(null);
    if (claim != null && claim.formula() != null && claim.lacks() == null) {
      Value computed = Formula.parse(claim.formula()).compute(this);
      if (!Double.isNaN(computed.figure()) || claim.stated() == null) {
        return computed;
      }
    }
    String path = claim != null && claim.of() != null ? claim.of() : name;
    Amount amount = file.paths().at(path);
    if (amount != null) {
      return read(file.paths().full(path), amount);
    }
    if (claim == null || claim.stated() == null) {
      throw new IllegalArgumentException(
          claim == null
              ? "nothing in the model is called '%s'".formatted(name)
              : "%s states no figure for '%s'".formatted(claim.id(), name));
    }
    return read("claim " + claim.id(), claim.stated());
  }

  private Value read(String path, Amount amount) {
    return new Value(picks.of(path, amount), amount.unit().dimension());
  }

  @Override
  public Value call(Node.Call call) {
    List<Node> arguments = call.arguments();
    return switch (call.function()) {
      case "min" -> fold(call, Math::min);
      case "max" -> fold(call, Math::max);
      case "low" -> end(call, false);
      case "high" -> end(call, true);
      case "range" -> new Reckoning(file, picks.wholly()).compute(call, 0);
      case "ceil" -> {
        Value value = one(call);
        yield new Value(Math.ceil(value.figure() - 1e-9), value.dimension());
      }
      case "capacity" ->
          new Value(
              arguments.isEmpty() ? outlook().capacity() : ceiling(name(call, 0)).at(),
              Dimension.RATE);
      case "ceiling" -> {
        Ceiling ceiling = ceiling(name(call, 0));
        yield new Value(
            ceiling.at(),
            ceiling.driver() == Ceiling.Driver.USERS ? Dimension.NONE : Dimension.RATE);
      }
      case "users" -> Value.number(outlook().users(profile(name(call, 0))));
      case "after" -> changed(option(name(call, 0)).changes()).compute(call, 1);
      case "rung" -> changed(Ladder.upTo(file.model(), name(call, 0))).compute(call, 1);
      case "factor" -> {
        Reckoning after = changed(option(name(call, 0)).changes());
        yield Value.number(after.outlook().capacity() / outlook().capacity());
      }
      case "mean_confidence" -> Value.number(confidence());
      case "confidence" -> figure(confidences());
      default ->
          throw new IllegalArgumentException(
              "no function '%s' in a formula".formatted(call.function()));
    };
  }

  private Value compute(Node.Call call, int argument) {
    if (call.arguments().size() <= argument) {
      throw new IllegalArgumentException(
          "%s takes %d arguments".formatted(call.function(), argument + 1));
    }
    return Formula.compute(call.arguments().get(argument), this, call.function());
  }

  private Value one(Node.Call call) {
    return compute(call, 0);
  }

  private Value fold(Node.Call call, DoubleBinaryOperator operator) {
    Value folded = one(call);
    for (int i = 1; i < call.arguments().size(); i++) {
      Value next = compute(call, i);
      if (!next.dimension().equals(folded.dimension())) {
        throw new IllegalArgumentException(
            "%s takes %s together with %s"
                .formatted(call.function(), folded.dimension(), next.dimension()));
      }
      folded =
          new Value(operator.applyAsDouble(folded.figure(), next.figure()), folded.dimension());
    }
    return folded;
  }

  /** The end of what the document calculates with: low(100-120) is 100. */
  private Value end(Node.Call call, boolean high) {
    Value[] any = new Value[1];
    Spread spread =
        Spread.over(
                own -> {
                  any[0] = new Reckoning(file, own).compute(call, 0);
                  return any[0].figure();
                })
            .orElseThrow(() -> new IllegalArgumentException("no figure for " + call.function()));
    return new Value(high ? spread.used().high() : spread.used().low(), any[0].dimension());
  }

  private static String name(Node.Call call, int argument) {
    if (call.arguments().size() > argument
        && call.arguments().get(argument) instanceof Node.Name name) {
      return name.name();
    }
    throw new IllegalArgumentException("%s takes a name".formatted(call.function()));
  }

  private Outlook outlook() {
    return Outlook.of(file, picks);
  }

  /** The ceiling that a call of {@code capacity} or {@code ceiling} speaks of. */
  public Ceiling ceiling(Node.Call call) {
    return ceiling(name(call, 0));
  }

  /** By {@code kind/name}, or by the name alone. */
  private Ceiling ceiling(String name) {
    return outlook().ceilings().stream()
        .filter(
            ceiling ->
                ceiling.resource().equals(name)
                    || ceiling.resource().startsWith(name + "/")
                    || ceiling.resource().endsWith("/" + name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no resource '%s' stops anything".formatted(name)));
  }

  private Profile profile(String name) {
    return known(file.model().users().profiles(), name, "profile");
  }

  private Option option(String name) {
    return known(file.model().options(), name, "option");
  }

  private static <T> T known(Map<String, T> map, String name, String what) {
    T found = map.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "no %s '%s'; there are %s".formatted(what, name, String.join(", ", map.keySet())));
    }
    return found;
  }

  private Reckoning changed(Map<String, String> changes) {
    return new Reckoning(file.with(changes), picks);
  }

  private Map<String, Component> readiness() {
    if (file.model().readiness() == null) {
      throw new IllegalArgumentException("the model has no readiness list");
    }
    return file.model().readiness().components();
  }

  private Amount confidences() {
    return new Amount(
        Span.of(
            readiness().values().stream()
                .map(component -> component.confidence().amount().base())
                .flatMapToDouble(base -> DoubleStream.of(base.low(), base.high()))
                .toArray()),
        null,
        Unit.NONE);
  }

  private double confidence() {
    Reading reading = new Reading(file, picks);
    Map<String, Double> weights = new HashMap<>();
    double sum =
        readiness().entrySet().stream()
            .mapToDouble(
                entry -> {
                  double weight = reading.of(entry.getValue().weight());
                  weights.put(entry.getKey(), weight);
                  return weight * reading.of(entry.getValue().confidence());
                })
            .sum();
    return sum / weights.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
