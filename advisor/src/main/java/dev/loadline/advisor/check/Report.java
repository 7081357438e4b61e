package dev.loadline.advisor.check;

import dev.loadline.advisor.document.ModelFile;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that a model says of itself: its claims recomputed, and what the rules found. */
public record Report(ModelFile file, List<CheckedClaim> claims, List<Finding> findings) {

  public Report {
    claims = List.copyOf(claims);
    findings = List.copyOf(findings);
  }

  /**
   * @param beside other documents that are checked with it
   */
  public static Report of(ModelFile file, List<ModelFile> beside) {
    Subject subject = Subject.of(file, beside);
    List<Finding> special = found(subject, false).toList();
    Set<String> explained =
        special.stream()
            .flatMap(finding -> finding.explains().stream())
            .collect(Collectors.toSet());
    Stream<Finding> general =
        found(subject, true).filter(finding -> !explained.contains(finding.subject()));
    List<Finding> findings =
        Stream.concat(special.stream(), general)
            .filter(finding -> !file.model().accepts().containsKey(finding.rule()))
            .sorted(Comparator.comparing(Finding::severity))
            .toList();
    return new Report(file, subject.claims(), findings);
  }

  private static Stream<Finding> found(Subject subject, boolean general) {
    return rules().stream()
        .filter(rule -> rule.general() == general)
        .flatMap(rule -> rule.findings(subject).stream());
  }

  /** All rules by name. */
  public static List<Rule> rules() {
    return ServiceLoader.load(Rule.class, Rule.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Rule::name))
        .toList();
  }
}
