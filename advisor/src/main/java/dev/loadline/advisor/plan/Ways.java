package dev.loadline.advisor.plan;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.Option;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.document.unit.DollarsPerTime;
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
  private final Map<Map<String, String>, Way> ways = new LinkedHashMap<>();

  private Ways(ModelFile file, Load load, @Nullable String profile) {
    this.file = file;
    this.load = load;
    this.profile = profile;
  }

  /** Those that carry the load, accepted ones first, then by cost; unknown costs come last. */
  static List<Way> of(ModelFile file, Load load, @Nullable String profile) {
    Ways ways = new Ways(file, load, profile);
    ways.gather();
    return ways.ways.values().stream()
        .sorted(
            Comparator.<Way, Boolean>comparing(way -> way.refused() != null)
                .thenComparing(way -> way.cost().known() ? way.cost().orThrow() : Double.MAX_VALUE)
                .thenComparing(way -> way.changes().size()))
        .toList();
  }

  private void gather() {
    Model model = file.model();
    attempt("as it is", Map.of(), null);
    model.options().forEach((name, option) -> attempt("option " + name, option.changes(), option));
    model.ladder().forEach((name, rung) -> attempt("rung " + name, Ladder.upTo(model, name), rung));
    largerPool();
  }

  /** A way, and the same with more instances where it does not carry the load by itself. */
  private void attempt(String name, Map<String, String> changes, @Nullable Option option) {
    if (!attempted(name, changes, option == null ? null : option.cost())) {
      Map<String, String> more = new LinkedHashMap<>(changes);
      int instances = instances(file.with(changes));
      if (instances > 0) {
        more.put("service.instances", instances + " instances");
        attempted(changes.isEmpty() ? "more instances" : name + " and more instances", more, null);
      }
    }
  }

  /** The pool that runs out first, made as large as the load needs, in one step. */
  private void largerPool() {
    Reading reading = new Reading(file, Picks.middle());
    Outlook.of(reading)
        .bottleneck()
        .filter(first -> first.resource().startsWith("pool/"))
        .filter(first -> first.needed(load.on(reading, first.driver())) > first.count())
        .flatMap(first -> PoolSize.forLoad(file, reading, first, load))
        .ifPresent(changes -> attempted("a larger pool", changes, null));
  }

  /** Instances by which every ceiling that grows with them bears the load; 0 where none do. */
  private int instances(ModelFile changed) {
    Reading reading = new Reading(changed, Picks.middle());
    Reading now = new Reading(file, Picks.middle());
    double wanted =
        Outlook.of(reading).ceilings().stream()
            .filter(Ceiling::known)
            .filter(ceiling -> ceiling.driver() != Ceiling.Driver.KEY)
            .mapToDouble(
                ceiling -> load.on(now, ceiling.driver()) * reading.instances() / ceiling.at())
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    double up = Math.ceil(wanted - 1e-9);
    return up > reading.instances() && up <= MOST_INSTANCES ? (int) up : 0;
  }

  private boolean attempted(
      String name, Map<String, String> changes, @Nullable DollarsPerTime cost) {
    WhatIf whatIf = WhatIf.of(file, changes);
    Prospect after = whatIf.after();
    Estimate users = users(after);
    if (!load.carriedBy(users, after.capacity())) {
      return false;
    }
    add(name, changes, whatIf, cost);
    if (whatIf.refused() != null) {
      Map<String, String> pooled = new LinkedHashMap<>(changes);
      pooled.putAll(PoolerBetween.changes(file.with(changes)));
      if (pooled.size() > changes.size()) {
        WhatIf through = WhatIf.of(file, pooled);
        if (through.refused() == null
            && load.carriedBy(users(through.after()), through.after().capacity())) {
          add(name + ", through PgBouncer", pooled, through, null);
        }
      }
    }
    return true;
  }

  private Estimate users(Prospect after) {
    return after
        .users()
        .getOrDefault(
            profile == null ? Prospect.STATED : profile,
            Estimate.unknown("users", "no rate per user is stated"));
  }

  private void add(
      String name, Map<String, String> changes, WhatIf whatIf, @Nullable DollarsPerTime cost) {
    Prospect after = whatIf.after();
    ways.putIfAbsent(
        changes,
        new Way(
            name,
            changes,
            users(after),
            after.capacity(),
            after.bottleneck(),
            cost(after, cost),
            whatIf.refused(),
            whatIf.offers()));
  }

  private static Estimate cost(Prospect after, @Nullable DollarsPerTime stated) {
    if (stated != null) {
      return Prospect.estimate(
          new Spread(stated.amount().usedBase().times(MONTH), stated.amount().base().times(MONTH)),
          "dollars/month",
          "as the document states it");
    }
    return after.cost().known()
        ? after.cost()
        : Estimate.unknown("dollars/month", "the document states no cost for it");
  }

  /** What the document itself recommends for as many users, in sentences. */
  static List<String> documented(Model model, double users) {
    List<String> sizes = new ArrayList<>();
    model
        .sizes()
        .forEach(
            (name, size) -> {
              if (size.users().amount().base().low() <= users
                  && users <= size.users().amount().base().high()) {
                sizes.add(
                    "%s, for %s%s%s"
                        .formatted(
                            name,
                            size.users(),
                            size.servers() == null ? "" : ": " + size.servers(),
                            size.cost() == null ? "" : ", " + size.cost()));
              }
            });
    return sizes;
  }
}
