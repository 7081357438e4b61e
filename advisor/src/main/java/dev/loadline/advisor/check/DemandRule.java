package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.check.CheckedClaim.Verdict;
import dev.loadline.advisor.document.Claim;
import dev.loadline.advisor.document.Users;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.document.resource.Ceiling.Driver;
import dev.loadline.advisor.document.unit.Span;
import dev.loadline.advisor.plan.Outlook;
import dev.loadline.advisor.plan.Picks;
import dev.loadline.advisor.plan.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Users that a document promises and its own figures do not carry. */
@AutoService(Rule.class)
public final class DemandRule implements Rule {
  private static final double ROUNDING = 0.02;
  private static final String SIZES = "sizes.";

  @Override
  public String name() {
    return "demand-above-capacity";
  }

  @Override
  public String explanation() {
    return "Users are claimed, for the service as it is or as an option would make it, who need more of a"
        + " resource than there is by the document's own figures. Resources that are too small for the same"
        + " statements are told together.";
  }

  @Override
  public String example() {
    return "5,000 users make 250 queries/second, and the pool carries 100; 1,000 users send 30 MB/s,"
        + " and the line takes 100 Mbit/s.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    Map<String, List<Over>> over = new LinkedHashMap<>();
    for (CheckedClaim claim : subject.claims()) {
      for (Over one : over(subject, claim)) {
        over.computeIfAbsent(one.resource, resource -> new ArrayList<>()).add(one);
      }
    }
    Map<List<String>, List<List<Over>>> together = new LinkedHashMap<>();
    over.values()
        .forEach(one -> together.computeIfAbsent(claims(one), ids -> new ArrayList<>()).add(one));
    return together.values().stream().map(resources -> finding(subject, resources)).toList();
  }

  /**
   * More users than a resource carries.
   *
   * @param carries {@code 416.7 users now (100 Mbit/s / 30 kB/s per user)}
   * @param stated {@code 1000-2000 users (004-09)}
   */
  private record Over(String resource, CheckedClaim claim, String carries, String stated) {}

  private static List<String> claims(List<Over> over) {
    return over.stream().map(one -> one.claim.claim().id()).toList();
  }

  /** The same claims may be too much for several resources. */
  private Finding finding(Subject subject, List<List<Over>> resources) {
    List<Over> over = resources.get(0);
    return subject.at(
        this,
        Severity.ERROR,
        over.get(0).claim,
        over.stream()
            .filter(one -> one.claim.verdict() == Verdict.CONTRADICTS)
            .map(one -> one.claim.claim().id())
            .toList(),
        resources.stream().map(DemandRule::said).collect(Collectors.joining("; ")));
  }

  private static String said(List<Over> over) {
    Map<String, List<String>> stated = new LinkedHashMap<>();
    for (Over one : over) {
      stated.computeIfAbsent(one.carries, carries -> new ArrayList<>()).add(one.stated);
    }
    return "%s carries %s"
        .formatted(
            over.get(0).resource,
            stated.entrySet().stream()
                .map(entry -> entry.getKey() + ", stated are " + Lists.and(entry.getValue()))
                .collect(Collectors.joining("; ")));
  }

  private static List<Over> over(Subject subject, CheckedClaim checked) {
    Claim claim = checked.claim();
    Basis basis = subject.basis(claim);
    if (claim.kind() != Claim.Kind.CLAIM
        || claim.formula() == null
        || claim.stated() == null
        || !Objects.requireNonNull(claim.unit()).label().startsWith("user")
        || basis.paths().stream().anyMatch(path -> path.startsWith(SIZES))) {
      return List.of();
    }
    return subject.situations().stream()
        .filter(
            situation ->
                situation.isNow() ? basis.now() : basis.changes().equals(Set.of(situation.name())))
        .findFirst()
        .map(situation -> over(situation, checked, basis))
        .orElse(List.of());
  }

  private static List<Over> over(Situation situation, CheckedClaim checked, Basis basis) {
    Optional<Users.Profile> profile = profile(situation, checked, basis);
    return Outlook.of(situation.file(), Picks.middle()).ceilings().stream()
        .filter(Ceiling::known)
        .flatMap(ceiling -> over(situation, ceiling, checked, profile).stream())
        .toList();
  }

  private static Optional<Over> over(
      Situation situation, Ceiling ceiling, CheckedClaim checked, Optional<Users.Profile> profile) {
    Claim claim = checked.claim();
    Span users = Objects.requireNonNull(claim.span());
    boolean asked = ceiling.driver() == Driver.REQUESTS;
    if (ceiling.driver() == Driver.KEY || (asked && profile.isEmpty())) {
      return Optional.empty();
    }
    Span demand = asked ? users.times(rate(profile.orElseThrow())) : users;
    return at(situation, ceiling)
        .filter(carries -> demand.low() > carries.high() * (1 + ROUNDING))
        .map(
            carries ->
                new Over(
                    ceiling.resource(),
                    checked,
                    "%s %s %s (%s)"
                        .formatted(
                            carries, ceiling.driver().unit(), situation.with(), ceiling.because()),
                    "%s (%s)%s"
                        .formatted(
                            claim.text(),
                            claim.id(),
                            asked ? ", who make %s requests/s".formatted(demand) : "")));
  }

  private static Optional<Span> at(Situation situation, Ceiling ceiling) {
    return Spread.over(
            picks ->
                Outlook.of(situation.file(), picks)
                    .ceiling(ceiling.resource())
                    .map(Ceiling::at)
                    .orElse(Double.NaN))
        .map(Spread::used);
  }

  private static double rate(Users.Profile profile) {
    return profile.rate().amount().usedBase().middle();
  }

  /** The profile that a claim reckons with; for one that does not come out, the usual one. */
  private static Optional<Users.Profile> profile(
      Situation situation, CheckedClaim checked, Basis basis) {
    Map<String, Users.Profile> profiles = situation.model().users().profiles();
    Optional<Users.Profile> named =
        basis.profiles().stream().map(profiles::get).filter(Objects::nonNull).findFirst();
    return named.isPresent() || checked.verdict() != Verdict.CONTRADICTS
        ? named
        : profiles.values().stream().findFirst();
  }
}
