package dev.loadline.advisor.plan;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.Option;
import dev.loadline.advisor.document.Size;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.plan.Sizing.Load;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tries what a document offers, and more of what there is, against a load. */
final class Ways {
  private static final double MONTH = 2_629_746;
  private static final int MOST_INSTANCES = 10_000;

  private final ModelFile file;
  private final Load load;
  private final @Nullable String profile;
  private final List<Way> ways = new ArrayList<>();

  private Ways(ModelFile file, Load load, @Nullable String profile) {
    this.file = file;
    this.load = load;
    this.profile = profile;
  }

  /** Those that carry the load, accepted ones first, then by cost; unknown costs come last. */
  static List<Way> of(ModelFile file, Load load, @Nullable String profile) {
    Ways ways = new Ways(file, load, profile);
    ways.gather();
    return ways.ways.stream()
        .sorted(
            Comparator.<Way, Boolean>comparing(way -> way.refused() != null)
                .thenComparing(way -> way.cost().known() ? way.cost().orThrow() : Double.MAX_VALUE)
                .thenComparing(way -> way.changes().size()))
        .toList();
  }

  private void gather() {
    Model model = file.model();
    attempt("as it is", Map.of(), null);
    model.options().forEach((name, option) -> attempt(name, option.changes(), option));
    model.ladder().forEach((name, rung) -> attempt(name, Ladder.upTo(model, name), rung));
    biggerPool();
    instances();
  }

  /** The pool that runs out first, made as large as the load needs, in one step. */
  private void biggerPool() {
    Outlook outlook = Outlook.of(file, Picks.middle());
    Reading reading = new Reading(file, Picks.middle());
    outlook
        .bottleneck()
        .filter(first -> first.resource().startsWith("pool/"))
        .ifPresent(
            first ->
                PoolSize.forLoad(file, reading, first, load)
                    .ifPresent(changes -> attempt("a larger pool", changes, null)));
  }

  private void instances() {
    Reading reading = new Reading(file, Picks.middle());
    double more =
        Outlook.of(file, Picks.middle()).ceilings().stream()
            .filter(Ceiling::known)
            .filter(ceiling -> ceiling.driver() != Ceiling.Driver.KEY)
            .mapToDouble(
                ceiling -> load.on(reading, ceiling.driver()) * reading.instances() / ceiling.at())
            .filter(Double::isFinite)
            .max()
            .orElse(Double.NaN);
    double wanted = Math.ceil(more - 1e-9);
    if (wanted > reading.instances() && wanted <= MOST_INSTANCES) {
      attempt(
          "more instances", Map.of("service.instances", "%.0f instances".formatted(wanted)), null);
    }
  }

  private void attempt(String name, Map<String, String> changes, @Nullable Option option) {
    WhatIf whatIf = WhatIf.of(file, changes);
    Prospect after = whatIf.after();
    Estimate users =
        after
            .users()
            .getOrDefault(
                profile == null ? Prospect.STATED : profile,
                Estimate.unknown("users", "no rate per user is stated"));
    if (load.carriedBy(users, after.capacity())) {
      ways.add(
          new Way(
              name,
              new LinkedHashMap<>(changes),
              users,
              after.bottleneck(),
              cost(after, option),
              whatIf.refused()));
    }
  }

  private Estimate cost(Prospect after, @Nullable Option option) {
    if (option != null && option.cost() != null) {
      return monthly(option.cost(), "as the document states it");
    }
    return after.cost().known() ? after.cost() : size();
  }

  /** The cheapest deployment that the document recommends for as many users. */
  private Estimate size() {
    return file.model().sizes().entrySet().stream()
        .filter(entry -> entry.getValue().cost() != null)
        .filter(entry -> entry.getValue().users().amount().base().high() >= load.users())
        .min(Comparator.comparingDouble(entry -> dollars(entry.getValue())))
        .map(
            entry ->
                monthly(
                    java.util.Objects.requireNonNull(entry.getValue().cost()),
                    "what the document reckons for '%s'".formatted(entry.getKey())))
        .orElse(Estimate.unknown("dollars/month", "the document states no cost for it"));
  }

  private static double dollars(Size size) {
    return java.util.Objects.requireNonNull(size.cost()).amount().base().low();
  }

  private static Estimate monthly(
      dev.loadline.advisor.document.unit.DollarsPerTime cost, String why) {
    return Prospect.estimate(
        new Spread(cost.amount().usedBase().times(MONTH), cost.amount().base().times(MONTH)),
        "dollars/month",
        why);
  }
}
