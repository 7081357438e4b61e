package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.check.CheckedClaim.Verdict;
import dev.loadline.advisor.document.Claim;
import dev.loadline.advisor.document.resource.Memory;
import dev.loadline.advisor.document.resource.Workers;
import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Statements of one document that exclude each other. */
@AutoService(Rule.class)
public final class RangesRule implements Rule {
  private static final Set<String> CAUTIOUS = Set.of("conservative", "worst", "minimum");
  private static final Set<String> AT_ONCE =
      Set.of("default", "concurrent", "now", "current", "conservative");
  private static final Set<String> TOTAL = Set.of("total", "default", "now", "current");

  /** What a draft could not name is called after its line: two of them may be two things. */
  private static final String GUESS = "guess.";

  @Override
  public String name() {
    return "ranges-against-each-other";
  }

  @Override
  public String explanation() {
    return "Two statements of one document about the same thing that cannot both hold: one quantity"
        + " with two ranges that do not meet; a conservative figure above one that the document"
        + " itself calculates, or far from its total; more users at once than places of all"
        + " workers, where no rate per user is stated.";
  }

  @Override
  public String example() {
    return "The table says 50,000-100,000 users for the service as it is, the conclusion 10,000.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    List<CheckedClaim> said =
        subject.claims().stream()
            .filter(RangesRule::isSaid)
            .filter(claim -> subject.basis(claim.claim()).now())
            .toList();
    twice(subject, said, findings);
    said.stream()
        .filter(claim -> CAUTIOUS.contains(last(claim.claim().quantity())))
        .forEach(claim -> cautious(subject, said, claim).ifPresent(findings::add));
    places(subject).ifPresent(findings::add);
    return findings;
  }

  private static boolean isSaid(CheckedClaim claim) {
    Claim.Kind kind = claim.claim().kind();
    return claim.claim().stated() != null
        && !claim.claim().quantity().startsWith(GUESS)
        && (kind == Claim.Kind.CLAIM || kind == Claim.Kind.DERIVED || kind == Claim.Kind.INPUT);
  }

  private void twice(Subject subject, List<CheckedClaim> said, List<Finding> findings) {
    Map<String, List<CheckedClaim>> before = new HashMap<>();
    for (CheckedClaim later : said) {
      List<CheckedClaim> earlier =
          before.computeIfAbsent(later.claim().quantity(), quantity -> new ArrayList<>());
      earlier.stream()
          .filter(first -> apart(base(first), base(later)))
          .findFirst()
          .ifPresent(
              first ->
                  findings.add(
                      subject.at(
                          this,
                          Severity.ERROR,
                          later,
                          "%s is stated as %s here, and as %s (%s)"
                              .formatted(
                                  later.claim().quantity(),
                                  later.claim().text(),
                                  first.claim().text(),
                                  first.claim().id()))));
      earlier.add(later);
    }
  }

  private Optional<Finding> cautious(
      Subject subject, List<CheckedClaim> said, CheckedClaim cautious) {
    List<String> others =
        said.stream()
            .filter(other -> sameFamily(cautious.claim(), other.claim()))
            .filter(other -> excludes(cautious, other))
            .map(
                other ->
                    "%s is %s (%s)"
                        .formatted(
                            other.claim().quantity(), other.claim().text(), other.claim().id()))
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            subject.at(
                this,
                Severity.ERROR,
                cautious,
                "%s is stated as %s, but %s"
                    .formatted(
                        cautious.claim().quantity(), cautious.claim().text(), Lists.and(others))));
  }

  private static boolean sameFamily(Claim one, Claim other) {
    return !one.id().equals(other.id())
        && family(one.quantity()).equals(family(other.quantity()))
        && Objects.requireNonNull(one.unit())
            .label()
            .equals(Objects.requireNonNull(other.unit()).label());
  }

  /** What is calculated may not be below a cautious figure; a total may not be elsewhere. */
  private static boolean excludes(CheckedClaim cautious, CheckedClaim other) {
    boolean below =
        other.claim().kind() == Claim.Kind.DERIVED && base(other).high() < base(cautious).low();
    boolean elsewhere =
        TOTAL.contains(last(other.claim().quantity())) && apart(base(cautious), base(other));
    return below || elsewhere;
  }

  private Optional<Finding> places(Subject subject) {
    Situation now = subject.situations().get(0);
    if (!subject.model().users().profiles().isEmpty()) {
      return Optional.empty();
    }
    return now.model().resources().values().stream()
        .filter(Workers.class::isInstance)
        .map(Workers.class::cast)
        .filter(workers -> workers.serves() == Workers.Serves.REQUESTS)
        .filter(workers -> workers.concurrency() != null)
        .findFirst()
        .flatMap(workers -> places(subject, now, workers));
  }

  private Optional<Finding> places(Subject subject, Situation now, Workers workers) {
    Count each = Objects.requireNonNull(workers.concurrency());
    double copies = now.copies(Memory.PROCESS);
    Amount all = new Amount(each.amount().base().times(copies), null, each.amount().unit());
    return users(subject)
        .filter(claim -> base(claim).low() > all.base().high())
        .findFirst()
        .map(
            claim ->
                subject.at(
                    this,
                    Severity.ERROR,
                    claim,
                    "%s is stated as %s, but the workers take %s at once, and no rate per user is"
                            .formatted(claim.claim().quantity(), claim.claim().text(), all)
                        + " stated by which more users could share them"));
  }

  private static Stream<CheckedClaim> users(Subject subject) {
    return subject.claims().stream()
        .filter(claim -> claim.claim().stated() != null)
        .filter(claim -> claim.claim().kind() == Claim.Kind.CLAIM)
        .filter(claim -> claim.verdict() != Verdict.FOLLOWS)
        .filter(claim -> family(claim.claim().quantity()).equals("users"))
        .filter(claim -> AT_ONCE.contains(last(claim.claim().quantity())))
        .filter(claim -> subject.basis(claim.claim()).now());
  }

  private static boolean apart(Span one, Span other) {
    return one.disjoint(other);
  }

  private static Span base(CheckedClaim claim) {
    return Objects.requireNonNull(claim.claim().stated()).base();
  }

  private static String family(String quantity) {
    int dot = quantity.lastIndexOf('.');
    return dot < 0 ? quantity : quantity.substring(0, dot);
  }

  private static String last(String quantity) {
    return quantity.substring(quantity.lastIndexOf('.') + 1);
  }
}
