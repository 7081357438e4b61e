package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.Users;
import dev.loadline.advisor.document.unit.Bytes;
import dev.loadline.advisor.document.unit.BytesPerSecond;
import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.Measured;
import dev.loadline.advisor.plan.Sizing.Load;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What users take in all by being there: 5,000 of 3 MB are 15 GB. */
final class Totals {
  private final ModelFile file;
  private final Load load;
  private final List<Need> needs = new ArrayList<>();

  private Totals(ModelFile file, Load load) {
    this.file = file;
    this.load = load;
  }

  static List<Need> of(ModelFile file, Load load) {
    Totals totals = new Totals(file, load);
    if (!Double.isNaN(load.users())) {
      Users.PerUser user = file.model().users().perUser();
      totals.add("memory", PerUser.listed(user.memory()), file.model().service().memory());
      totals.add("cpu", PerUser.listed(user.cpu()), file.model().service().cores());
      totals.add("network", PerUser.listed(user.network()), file.model().service().network());
      totals.add("disk", user.kept(), file.model().service().disk());
    }
    return totals.needs;
  }

  private void add(String name, List<? extends Measured> taken, @Nullable Measured there) {
    if (taken.isEmpty()) {
      return;
    }
    Measured one = taken.get(0);
    double scale = scale(one);
    Reading middle = new Reading(file, Picks.middle());
    Spread.over(picks -> load.users() * new Reading(file, picks).sum(taken) / scale)
        .ifPresent(
            spread ->
                needs.add(
                    new Need(
                        name + "/all",
                        what(one),
                        there == null ? Double.NaN : middle.instances() * middle.of(there) / scale,
                        spread.value(),
                        spread.full().low(),
                        spread.full().high(),
                        "%.0f users x %s".formatted(load.users(), PerUser.said(taken)))));
  }

  private static double scale(Measured taken) {
    return taken instanceof Bytes ? 1e9 : taken instanceof BytesPerSecond ? 1e6 : 1;
  }

  private static String what(Measured taken) {
    return taken instanceof Count ? "cores" : taken instanceof Bytes ? "GB" : "MB/s";
  }
}
