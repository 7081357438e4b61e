package dev.loadline.advisor.check;

import dev.loadline.advisor.document.ModelFile;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

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
    Subject subject = new Subject(file, Claims.of(file), beside);
    List<Finding> findings =
        rules().stream()
            .flatMap(rule -> rule.findings(subject).stream())
            .sorted(Comparator.comparing(Finding::severity))
            .toList();
    return new Report(file, subject.claims(), findings);
  }

  /** All rules by name. */
  public static List<Rule> rules() {
    return ServiceLoader.load(Rule.class, Rule.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Rule::name))
        .toList();
  }
}
