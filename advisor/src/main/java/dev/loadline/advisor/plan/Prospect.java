package dev.loadline.advisor.plan;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.Users.Profile;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a model comes to.
 *
 * @param capacity requests a second at which the first resource runs out; the value is with the
 *     figures that the document calculates with, the ends over all its ranges
 * @param users at the same time, by profile
 * @param bottleneck the resource that runs out first; null where none is known
 * @param next the one after it
 * @param order all known ceilings, the first that is reached first
 * @param limits rates at which single users or addresses are held back, others going on
 * @param unknown why other ceilings are not known
 * @param cost dollars a month; unknown where the document states none
 */
public record Prospect(
    Estimate capacity,
    Map<String, Estimate> users,
    @Nullable String bottleneck,
    @Nullable String next,
    List<Ceiling> order,
    List<Ceiling> limits,
    List<String> unknown,
    Estimate cost) {
  static final String STATED = "stated";
  private static final double MONTH = 2_629_746;

  public Prospect {
    users = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(users));
    order = List.copyOf(order);
    limits = List.copyOf(limits);
    unknown = List.copyOf(unknown);
  }

  public static Prospect of(ModelFile file) {
    Outlook middle = Outlook.of(file, Picks.middle());
    List<Ceiling> order = middle.order(middle.usual().orElse(null));
    List<String> unknown =
        middle.ceilings().stream()
            .filter(ceiling -> !ceiling.known())
            .map(ceiling -> ceiling.resource() + ": " + ceiling.because())
            .distinct()
            .toList();
    return new Prospect(
        capacity(file, order, unknown),
        users(file, middle, unknown),
        order.isEmpty() ? null : order.get(0).resource(),
        order.size() < 2 ? null : order.get(1).resource(),
        order,
        middle.ceilings().stream().filter(one -> one.driver() == Ceiling.Driver.KEY).toList(),
        unknown,
        cost(file));
  }

  private static Estimate capacity(ModelFile file, List<Ceiling> order, List<String> unknown) {
    return estimate(
        Spread.over(picks -> Outlook.of(file, picks).capacity()).orElse(null),
        "requests/s",
        order.isEmpty() ? none(unknown) : order.get(0).resource() + ": " + order.get(0).because());
  }

  private static Map<String, Estimate> users(ModelFile file, Outlook middle, List<String> unknown) {
    Map<String, Estimate> users = new LinkedHashMap<>();
    Model model = file.model();
    model
        .users()
        .profiles()
        .forEach((name, profile) -> users.put(name, users(file, middle, profile, unknown)));
    Count stated = model.users().stated();
    if (stated != null) {
      users.put(
          STATED,
          estimate(
              new Spread(stated.amount().usedBase(), stated.amount().base()),
              "users",
              "as the document states them"));
    }
    return users;
  }

  private static Estimate users(
      ModelFile file, Outlook middle, Profile profile, List<String> unknown) {
    List<Ceiling> order = middle.order(profile);
    return estimate(
        Spread.over(picks -> Outlook.of(file, picks).users(profile)).orElse(null),
        "users",
        order.isEmpty()
            ? none(unknown)
            : "%s at %s %s, %s each"
                .formatted(
                    order.get(0).resource(),
                    Span.text(order.get(0).at()),
                    order.get(0).driver().unit(),
                    profile.rate()));
  }

  private static String none(List<String> unknown) {
    return unknown.isEmpty()
        ? "the model states nothing that runs out"
        : unknown.stream().collect(Collectors.joining("; "));
  }

  private static Estimate cost(ModelFile file) {
    return file.model().service().cost() == null
        ? Estimate.unknown("dollars/month", "the cost of an instance is not stated")
        : estimate(
            Spread.over(picks -> monthly(new Reading(file, picks))).orElse(null),
            "dollars/month",
            "%s instances x %s"
                .formatted(
                    file.model().service().instances().amount().stated(),
                    file.model().service().cost()));
  }

  private static double monthly(Reading reading) {
    return reading.instances()
        * reading.of(java.util.Objects.requireNonNull(reading.model().service().cost()))
        * MONTH;
  }

  /** An estimate of a spread; at least or at most where one end is open. */
  static Estimate estimate(@Nullable Spread spread, String unit, String explanation) {
    if (spread == null) {
      return Estimate.unknown(unit, explanation);
    }
    Span full = spread.full();
    if (!full.isBounded()) {
      return Double.isFinite(full.low())
          ? Estimate.atLeast(full.low(), unit, explanation)
          : Estimate.unknown(unit, explanation);
    }
    double value = Math.min(Math.max(spread.value(), full.low()), full.high());
    return Estimate.point(value, full.low(), full.high(), unit, explanation);
  }
}
