package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.collector.yaml.Nearest;
import java.util.List;

/** Findings that are accepted of rules that there are not. */
@AutoService(Rule.class)
public final class AcceptedRule implements Rule {

  @Override
  public String name() {
    return "accepts-unknown-rule";
  }

  @Override
  public String explanation() {
    return "A model's accepts names a rule that does not exist: what should be silent is not, or is"
        + " for no reason.";
  }

  @Override
  public String example() {
    return "accepts: {unit-slips: \"measured in bits\"}, where the rule is called unit-slip.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    List<String> known = Report.rules().stream().map(Rule::name).toList();
    return subject.model().accepts().keySet().stream()
        .filter(accepted -> !known.contains(accepted))
        .map(
            accepted ->
                subject.at(
                    this,
                    Severity.ERROR,
                    "accepts." + accepted,
                    List.of(),
                    "no rule is called '%s'%s".formatted(accepted, Nearest.hint(accepted, known))))
        .toList();
  }
}
