package dev.loadline.advisor.plan;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.document.ModelFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model before and after changes. A pool of 15 made one of 50 is a factor of 3.33 until the next
 * resource runs out.
 *
 * @param factor capacity after against before, with every range read at the same point in both
 * @param notModelled what the answer leaves out
 * @param refused why the changes do not work; null where they do
 * @param offers what works in place of what is refused
 */
public record WhatIf(
    String model,
    List<Change> changes,
    Prospect before,
    Prospect after,
    Estimate factor,
    List<String> notModelled,
    @Nullable String refused,
    List<String> offers) {

  public WhatIf {
    changes = List.copyOf(changes);
    notModelled = List.copyOf(notModelled);
    offers = List.copyOf(offers);
  }

  /**
   * @param changes values by path, as they would stand in the model
   * @throws dev.loadline.collector.yaml.ProblemsException where a path or a value does not fit
   */
  public static WhatIf of(ModelFile file, Map<String, String> changes) {
    ModelFile changed = file.with(changes);
    Prospect before = Prospect.of(file);
    Estimate factor = factor(file, changed);
    Prospect after = scaled(Prospect.of(changed), before, factor);
    Refusal refusal = Refusal.of(changed);
    return new WhatIf(
        file.model().model(),
        changes(file, changes),
        before,
        after,
        factor,
        Stream.concat(Caveats.of(changed, changes.keySet()).stream(), after.unknown().stream())
            .distinct()
            .toList(),
        refusal.reason(),
        refusal.offers());
  }

  private static List<Change> changes(ModelFile file, Map<String, String> changes) {
    List<Change> all = new ArrayList<>();
    changes.forEach(
        (path, to) -> {
          all.add(new Change(path, file.paths().said(path), to));
        });
    return all;
  }

  private static Estimate factor(ModelFile file, ModelFile changed) {
    Spread spread =
        Spread.over(
                picks -> Outlook.of(changed, picks).capacity() / Outlook.of(file, picks).capacity())
            .orElse(null);
    return Prospect.estimate(
        spread,
        "x",
        spread == null
            ? "no capacity can be computed before or after"
            : "capacity after / capacity before");
  }

  /** Users that are only stated grow as the capacity does. */
  private static Prospect scaled(Prospect after, Prospect before, Estimate factor) {
    Estimate stated = before.users().get(Prospect.STATED);
    if (stated == null) {
      return after;
    }
    Map<String, Estimate> users = new LinkedHashMap<>(after.users());
    users.put(Prospect.STATED, scaled(stated, factor));
    return new Prospect(
        after.capacity(),
        users,
        after.bottleneck(),
        after.next(),
        after.order(),
        after.limits(),
        after.unknown(),
        after.cost());
  }

  private static Estimate scaled(Estimate stated, Estimate factor) {
    if (!factor.known() || !stated.known()) {
      return Estimate.unknown("users", factor.explanation());
    }
    return Estimate.point(
        stated.orThrow() * factor.orThrow(),
        stated.lowest() * factor.lowest(),
        stated.highest() * factor.highest(),
        "users",
        "the stated users x the factor of the change");
  }
}
