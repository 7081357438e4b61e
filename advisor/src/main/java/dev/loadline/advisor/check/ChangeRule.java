package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Options that change what is not there. */
@AutoService(Rule.class)
public final class ChangeRule implements Rule {

  @Override
  public String name() {
    return "change-does-not-fit";
  }

  @Override
  public String explanation() {
    return "An option or a rung of the ladder changes a path that the model does not have, or to a"
        + " value that does not fit there; nothing can be computed for it.";
  }

  @Override
  public String example() {
    return "An option sets resources.pool.sise to 20.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    subject
        .model()
        .options()
        .forEach((name, option) -> add(subject, "options." + name, option.changes(), findings));
    subject
        .model()
        .ladder()
        .forEach((name, rung) -> add(subject, "ladder." + name, rung.changes(), findings));
    return findings;
  }

  private void add(
      Subject subject, String path, Map<String, String> changes, List<Finding> findings) {
    Situation.problem(subject.file(), changes)
        .ifPresent(
            problem -> findings.add(subject.at(this, Severity.ERROR, path, List.of(), problem)));
  }
}
