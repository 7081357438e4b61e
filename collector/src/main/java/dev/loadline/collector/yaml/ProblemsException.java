package dev.loadline.collector.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong in a file, in the order of its lines. The message has one line for each of the
 * first {@value #SHOWN} of a file and says how many more there are.
 */
public final class ProblemsException extends IllegalArgumentException {
  static final int SHOWN = 20;

  private final transient List<Problem> problems;

  public ProblemsException(List<Problem> problems) {
    this(problems, 0);
  }

  /**
   * @param unlisted how many more were found and not kept
   */
  ProblemsException(List<Problem> problems, int unlisted) {
    super(message(problems, unlisted));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  private static String message(List<Problem> problems, int unlisted) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (Problem problem : problems) {
      if (seen.merge(problem.file(), 1, Integer::sum) <= SHOWN) {
        lines.add(problem.toString());
      }
    }
    int more =
        unlisted + seen.values().stream().mapToInt(found -> Math.max(0, found - SHOWN)).sum();
    if (more > 0) {
      lines.add("and %,d more".formatted(more));
    }
    return String.join("\n", lines);
  }
}
