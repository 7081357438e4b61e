package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.document.Size;
import dev.loadline.advisor.document.Users;
import dev.loadline.advisor.document.resource.Site;
import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Measured;
import dev.loadline.advisor.document.unit.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deployments that are too small for those whom they are recommended for. */
@AutoService(Rule.class)
public final class SizeRule implements Rule {
  private static final double ROUNDING = 0.02;

  @Override
  public String name() {
    return "size-too-small";
  }

  @Override
  public String explanation() {
    return "A deployment is recommended for a number of users whose memory, processors, network or"
        + " disk, by the document's own figures for each user, are more than it has.";
  }

  @Override
  public String example() {
    return "4 cores are recommended for 1,000-2,000 users of 0.3 percent of a core each: 2,000 of"
        + " them take 6.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    subject
        .model()
        .sizes()
        .forEach(
            (name, size) -> {
              List<String> lacking = lacking(size, subject.model().users().perUser());
              if (!lacking.isEmpty()) {
                findings.add(
                    subject.at(
                        this,
                        Severity.ERROR,
                        "sizes." + name,
                        List.of(),
                        "%s is recommended for %s, but %s"
                            .formatted(name, size.users(), Lists.and(lacking))));
              }
            });
    return findings;
  }

  private static List<String> lacking(Size size, Users.PerUser user) {
    double users = end(size.users());
    List<String> lacking = new ArrayList<>();
    add(lacking, users, "CPU", size.cores(), user.cpu());
    add(lacking, users, "memory", size.memory(), user.memory());
    add(lacking, users, "network", size.network(), user.network());
    add(lacking, users, "disk", size.disk(), user.storage());
    return lacking;
  }

  private static void add(
      List<String> lacking,
      double users,
      String what,
      @Nullable Measured there,
      @Nullable Measured taken) {
    Optional.ofNullable(there)
        .filter(has -> taken != null)
        .flatMap(has -> lack(users, what, has, Objects.requireNonNull(taken)))
        .ifPresent(lacking::add);
  }

  private static Optional<String> lack(double users, String what, Measured there, Measured taken) {
    Span each = taken.amount().usedBase();
    double needed = users * each.low();
    Amount has = there.amount();
    return needed <= end(there) * (1 + ROUNDING)
        ? Optional.empty()
        : Optional.of(
            "they take %s %s of %s (%s users x %s), and it has %s"
                .formatted(
                    Span.text(needed / has.unit().inBaseUnits()),
                    has.unit(),
                    what,
                    Span.text(users),
                    Site.said(taken),
                    has));
  }

  private static double end(Measured figure) {
    Span base = figure.amount().base();
    return Double.isFinite(base.high()) ? base.high() : base.low();
  }
}
