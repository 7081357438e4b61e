package dev.loadline.collector.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong in a file, in the order of its lines; the message has one line for each. */
public final class ProblemsException extends IllegalArgumentException {
  private final transient List<Problem> problems;

  public ProblemsException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
