package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.document.Option;
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
    add(subject, "options.", subject.model().options(), findings);
    add(subject, "ladder.", subject.model().ladder(), findings);
    return findings;
  }

  private void add(
      Subject subject, String above, Map<String, Option> options, List<Finding> findings) {
    options.forEach(
        (name, option) ->
            Situation.problem(subject.file(), option)
                .ifPresent(
                    problem ->
                        findings.add(
                            subject.at(this, Severity.ERROR, above + name, List.of(), problem))));
  }
}
