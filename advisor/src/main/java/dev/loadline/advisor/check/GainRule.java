package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.check.CheckedClaim.Verdict;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.document.resource.Pool;
import dev.loadline.advisor.document.resource.Server;
import dev.loadline.advisor.document.unit.Span;
import dev.loadline.advisor.plan.Outlook;
import dev.loadline.advisor.plan.Picks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gains that end at what comes next. */
@AutoService(Rule.class)
public final class GainRule implements Rule {
  private static final Set<String> CACHES = Set.of("redis", "valkey", "memcached");

  @Override
  public String name() {
    return "gain-ignores-the-next-bottleneck";
  }

  @Override
  public String explanation() {
    return "An option lets more requests through to a server, and a gain is stated for it, but what"
        + " the server itself bears is not known, or is less. More connections are not more"
        + " database.";
  }

  @Override
  public String example() {
    return "A pool of 50 instead of 10 is said to be 5 times the database's capacity; the"
        + " database's processors are not mentioned.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    Outlook before = Outlook.of(subject.file(), Picks.middle());
    List<Finding> findings = new ArrayList<>();
    Map<String, Set<CheckedClaim>> unknown = new LinkedHashMap<>();
    for (Situation situation : subject.situations()) {
      List<CheckedClaim> gains = gains(subject, situation);
      if (situation.isNow() || gains.isEmpty()) {
        continue;
      }
      Outlook after = Outlook.of(situation.file(), Picks.middle());
      gains.forEach(
          gain -> lower(subject, situation, before, after, gain).ifPresent(findings::add));
      if (connections(situation) > connections(subject.situations().get(0))) {
        unknownServers(situation, after)
            .forEach(
                server ->
                    unknown.computeIfAbsent(server, one -> new LinkedHashSet<>()).addAll(gains));
      }
    }
    unknown.forEach((server, gains) -> findings.add(unknown(subject, server, gains)));
    return findings.stream().distinct().toList();
  }

  /** Connections that all pools may open. */
  private static double connections(Situation situation) {
    return situation.model().resources().values().stream()
        .filter(Pool.class::isInstance)
        .map(Pool.class::cast)
        .mapToDouble(
            pool ->
                situation.copies(pool.per())
                    * (Situation.high(pool.size()) + Situation.high(pool.overflow())))
        .sum();
  }

  /** Claims of factors, users and rates that suppose a situation. */
  private static List<CheckedClaim> gains(Subject subject, Situation situation) {
    return subject.claims().stream()
        .filter(claim -> claim.claim().stated() != null)
        .filter(claim -> claim.verdict() != Verdict.ADVICE && claim.verdict() != Verdict.GAP)
        .filter(claim -> subject.basis(claim.claim()).changes().contains(situation.name()))
        .filter(claim -> isGain(Objects.requireNonNull(claim.claim().unit()).label()))
        .toList();
  }

  private static boolean isGain(String unit) {
    return unit.equals("x") || unit.startsWith("user") || unit.contains("/");
  }

  private static String said(CheckedClaim gain) {
    return "%s (%s)".formatted(gain.claim().text(), gain.claim().id());
  }

  /** What lightens a database's work is not what a gain ends at. */
  private static boolean isCache(Situation situation, String server) {
    Server behind = situation.model().servers().get(server);
    return behind != null && behind.engine() != null && CACHES.contains(behind.engine());
  }

  private static Stream<String> unknownServers(Situation situation, Outlook after) {
    return situation.model().resources().values().stream()
        .filter(Pool.class::isInstance)
        .map(pool -> behind(situation, ((Pool) pool).server()))
        .flatMap(Optional::stream)
        .filter(server -> !isCache(situation, server))
        .filter(
            server ->
                after
                    .ceiling("server-cpu/" + server)
                    .filter(ceiling -> !ceiling.known())
                    .isPresent())
        .distinct();
  }

  private static Optional<String> behind(Situation situation, @Nullable String target) {
    if (target == null) {
      return Optional.empty();
    }
    var pooler = situation.model().poolers().get(target);
    return Optional.of(pooler == null ? target : pooler.server());
  }

  private Finding unknown(Subject subject, String server, Set<CheckedClaim> gains) {
    return subject.at(
        this,
        Severity.WARNING,
        "servers." + server,
        List.of(),
        "what is claimed for more connections holds only as far as %s bears it, and its cores and the"
                .formatted(server)
            + " CPU time of a query are not both stated: "
            + Lists.few(gains.stream().map(GainRule::said).toList(), 4));
  }

  private Optional<Finding> lower(
      Subject subject, Situation situation, Outlook before, Outlook after, CheckedClaim gain) {
    Optional<Ceiling> first = before.bottleneck();
    Optional<Ceiling> next = after.bottleneck();
    Span stated = gain.claim().span();
    Span computed = gain.computed();
    if (gain.verdict() != Verdict.CONTRADICTS
        || first.isEmpty()
        || next.isEmpty()
        || first.get().resource().equals(next.get().resource())
        || stated == null
        || computed == null
        || stated.low() <= computed.high()) {
      return Optional.empty();
    }
    return Optional.of(
        subject.at(
            this,
            Severity.ERROR,
            gain,
            "%s is stated as %s, but %s %s runs out first, at %s %s (%s): %s"
                .formatted(
                    gain.claim().quantity(),
                    gain.claim().text(),
                    situation.with(),
                    next.get().resource(),
                    Span.text(next.get().at()),
                    next.get().driver().unit(),
                    next.get().because(),
                    gain.explanation())));
  }
}
