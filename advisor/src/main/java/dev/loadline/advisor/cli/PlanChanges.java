package dev.loadline.advisor.cli;

import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.Option;
import dev.loadline.advisor.plan.Ladder;
import dev.loadline.collector.yaml.Nearest;
import dev.loadline.collector.yaml.Problem;
import dev.loadline.collector.yaml.ProblemsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What {@code --option} and {@code --set} change, in that order. */
final class PlanChanges {
  private final ModelFile file;
  private final Map<String, String> changes = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private PlanChanges(ModelFile file) {
    this.file = file;
  }

  /**
   * The changes by whole path; each of them fits the model.
   *
   * @throws IllegalArgumentException with all that is wrong, a line each
   */
  static Map<String, String> of(ModelFile file, List<String> options, List<String> sets) {
    PlanChanges plan = new PlanChanges(file);
    options.forEach(plan::option);
    plan.sets(sets);
    plan.tryOut();
    if (!plan.problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", plan.problems));
    }
    return plan.changes;
  }

  private void option(String name) {
    Model model = file.model();
    Option option = model.options().get(name);
    if (option != null) {
      changes.putAll(option.changes());
    } else if (model.ladder().containsKey(name)) {
      changes.putAll(Ladder.upTo(model, name));
    } else {
      Set<String> known = new TreeSet<>(model.options().keySet());
      known.addAll(model.ladder().keySet());
      problems.add(
          "--option %s: %s".formatted(name, "no option or rung of that name" + hint(name, known)));
    }
  }

  private static String hint(String name, Set<String> known) {
    return known.isEmpty() ? "; the model has none; use --set" : Nearest.hint(name, known);
  }

  private void sets(List<String> sets) {
    Settable settable = Settable.of(file.model());
    Map<String, String> given = new LinkedHashMap<>();
    for (String set : sets) {
      int equals = set.indexOf('=');
      if (equals <= 0 || set.substring(equals + 1).isBlank()) {
        problems.add("--set %s: write PATH=VALUE, as resources.pool.size=20".formatted(set));
      } else if (given.put(set.substring(0, equals).strip(), set.substring(equals + 1).strip())
          != null) {
        problems.add("--set %s: this path is set twice; keep one".formatted(set));
      }
    }
    given.forEach(
        (path, value) -> {
          try {
            changes.put(settable.full(path, given.keySet()), value);
          } catch (IllegalArgumentException e) {
            problems.add("--set %s=%s: %s".formatted(path, value, e.getMessage()));
          }
        });
  }

  /** Values that do not fit are told by what was written, not by lines of the model. */
  private void tryOut() {
    try {
      file.with(changes);
    } catch (ProblemsException e) {
      e.problems().forEach(problem -> problems.add(said(problem)));
    }
  }

  private String said(Problem problem) {
    return changes.entrySet().stream()
        .filter(change -> problem.path().startsWith(change.getKey()))
        .findFirst()
        .map(
            change ->
                "--set %s=%s: %s".formatted(change.getKey(), change.getValue(), problem.message()))
        .orElseGet(problem::message);
  }
}
