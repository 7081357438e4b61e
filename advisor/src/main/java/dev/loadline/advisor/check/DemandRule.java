package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.check.CheckedClaim.Verdict;
import dev.loadline.advisor.document.Claim;
import dev.loadline.advisor.document.Users;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.document.resource.Ceiling.Driver;
import dev.loadline.advisor.document.resource.Site;
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

/** Users that a document promises and its own figures do not carry. */
@AutoService(Rule.class)
public final class DemandRule implements Rule {
  private static final double ROUNDING = 0.02;

  @Override
  public String name() {
    return "demand-above-capacity";
  }

  @Override
  public String explanation() {
    return "Users are claimed for the service as it is who need more of a resource than the document"
        + " gives it, by the document's own figures for each user. One finding for each resource.";
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
    return over.values().stream().map(claims -> finding(subject, claims)).toList();
  }

  /** More users than a resource carries. */
  private record Over(String resource, CheckedClaim claim, Span carries, String because) {}

  private Finding finding(Subject subject, List<Over> over) {
    Over first = over.get(0);
    List<String> explained =
        over.stream()
            .filter(one -> one.claim.verdict() == Verdict.CONTRADICTS)
            .map(one -> one.claim.claim().id())
            .toList();
    return subject.at(
        this,
        Severity.ERROR,
        first.claim,
        explained,
        "%s carries %s users (%s), but %s"
            .formatted(
                first.resource,
                first.carries,
                first.because,
                Lists.and(
                    over.stream()
                        .map(
                            one ->
                                "%s is stated as %s (%s)"
                                    .formatted(
                                        one.claim.claim().quantity(),
                                        one.claim.claim().text(),
                                        one.claim.claim().id()))
                        .toList())));
  }

  private static List<Over> over(Subject subject, CheckedClaim checked) {
    Claim claim = checked.claim();
    Span stated = claim.span();
    if (claim.kind() != Claim.Kind.CLAIM
        || claim.formula() == null
        || stated == null
        || !Objects.requireNonNull(claim.unit()).label().startsWith("user")) {
      return List.of();
    }
    Basis basis = subject.basis(claim);
    if (!basis.now()) {
      return List.of();
    }
    Optional<Users.Profile> profile = profile(subject, checked, basis);
    List<Over> found = new ArrayList<>();
    for (Ceiling ceiling : Outlook.of(subject.file(), Picks.middle()).ceilings()) {
      users(subject, ceiling, profile)
          .filter(carries -> stated.low() > carries.high() * (1 + ROUNDING))
          .ifPresent(
              carries ->
                  found.add(
                      new Over(ceiling.resource(), checked, carries, because(ceiling, profile))));
    }
    return found;
  }

  /** The profile that a claim reckons with; for one that does not come out, the usual one. */
  private static Optional<Users.Profile> profile(
      Subject subject, CheckedClaim checked, Basis basis) {
    Map<String, Users.Profile> profiles = subject.model().users().profiles();
    Optional<Users.Profile> named =
        basis.profiles().stream().map(profiles::get).filter(Objects::nonNull).findFirst();
    return named.isPresent() || checked.verdict() != Verdict.CONTRADICTS
        ? named
        : profiles.values().stream().findFirst();
  }

  private static Optional<Span> users(
      Subject subject, Ceiling ceiling, Optional<Users.Profile> profile) {
    if (!ceiling.known()
        || ceiling.driver() == Driver.KEY
        || (ceiling.driver() == Driver.REQUESTS && profile.isEmpty())) {
      return Optional.empty();
    }
    return Spread.over(
            picks -> {
              Outlook outlook = Outlook.of(subject.file(), picks);
              double at = outlook.ceiling(ceiling.resource()).map(Ceiling::at).orElse(Double.NaN);
              return ceiling.driver() == Driver.USERS
                  ? at
                  : at / picks.of("rate", profile.orElseThrow().rate().amount());
            })
        .map(Spread::used);
  }

  private static String because(Ceiling ceiling, Optional<Users.Profile> profile) {
    return ceiling.driver() == Driver.USERS
        ? ceiling.because()
        : "%s, each user %s".formatted(ceiling.because(), Site.said(profile.orElseThrow().rate()));
  }
}
