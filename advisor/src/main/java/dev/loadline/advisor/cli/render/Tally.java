package dev.loadline.advisor.cli.render;

import dev.loadline.advisor.check.CheckedClaim;
import dev.loadline.advisor.check.CheckedClaim.Verdict;
import dev.loadline.advisor.check.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many claims have which verdict, and how many findings there are. */
record Tally(Map<Verdict, Long> verdicts, Map<Severity, Long> findings) {

  Tally {
    verdicts = new EnumMap<>(verdicts);
    findings = new EnumMap<>(findings);
  }

  private static Tally of(List<CheckedClaim> claims, List<Found> findings) {
    Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    claims.forEach(claim -> verdicts.merge(claim.verdict(), 1L, Long::sum));
    findings.forEach(finding -> severities.merge(finding.severity(), 1L, Long::sum));
    return new Tally(verdicts, severities);
  }

  /** {@code 41 claims: …; no findings; ledger: 1 exceeded, 1 fits}. */
  static String line(Checked checked) {
    return of(checked).line() + ledgerWords(checked);
  }

  private static String ledgerWords(Checked checked) {
    if (!checked.gated()) {
      return "";
    }
    List<String> words = new ArrayList<>();
    for (dev.loadline.advisor.ledger.Verdict verdict :
        List.of(
            dev.loadline.advisor.ledger.Verdict.EXCEEDED,
            dev.loadline.advisor.ledger.Verdict.FITS,
            dev.loadline.advisor.ledger.Verdict.UNKNOWN)) {
      long count =
          checked.ledger().stream().filter(balance -> balance.verdict() == verdict).count();
      if (count > 0) {
        words.add(count + " " + verdict.label());
      }
    }
    return "; ledger: " + (words.isEmpty() ? "no server" : String.join(", ", words));
  }

  static Tally of(Checked checked) {
    return of(checked.claims(), checked.findings());
  }

  long of(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0L);
  }

  long of(Severity severity) {
    return findings.getOrDefault(severity, 0L);
  }

  long claims() {
    return verdicts.values().stream().mapToLong(Long::longValue).sum();
  }

  long found() {
    return findings.values().stream().mapToLong(Long::longValue).sum();
  }

  /** {@code 41 claims: 20 follow, 2 contradict, 19 inputs; 3 findings (1 error, 2 warnings)}. */
  String line() {
    return "%s%s; %s".formatted(count(claims(), "claim"), verdictWords(": "), findingWords());
  }

  /** {@code : 20 follow, 2 contradict}; nothing where there is no claim. */
  String verdictWords(String before) {
    List<String> words = new ArrayList<>();
    add(words, Verdict.FOLLOWS, "follows", "follow");
    add(words, Verdict.CONTRADICTS, "contradicts", "contradict");
    add(words, Verdict.UNSUPPORTED, "unsupported", "unsupported");
    add(words, Verdict.INPUT, "input", "inputs");
    add(words, Verdict.ADVICE, "advice", "advice");
    add(words, Verdict.GAP, "gap", "gaps");
    add(words, Verdict.TRACKED, "tracked", "tracked");
    return words.isEmpty() ? "" : before + String.join(", ", words);
  }

  String findingWords() {
    if (found() == 0) {
      return "no findings";
    }
    List<String> words = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      if (of(severity) > 0) {
        words.add(count(of(severity), severity.toString()));
      }
    }
    return "%s (%s)".formatted(count(found(), "finding"), String.join(", ", words));
  }

  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private void add(List<String> words, Verdict verdict, String one, String many) {
    if (of(verdict) > 0) {
      words.add(of(verdict) + " " + (of(verdict) == 1 ? one : many));
    }
  }
}
