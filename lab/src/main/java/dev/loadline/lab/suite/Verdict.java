package dev.loadline.lab.suite;

import java.util.List;

/**
 * What one run with the agent says, compared with the one without.
 *
 * @param suite its name
 * @param jdk feature release
 * @param mode how it ran
 * @param passedBare tests that passed without the agent
 * @param passed tests that passed with it
 * @param broken ids that passed without and failed with the agent, whenever they were run
 * @param flaky ids that failed once with the agent and passed when run again
 * @param inTime whether both runs came to their ends
 * @param trouble what the agent says it could not do; empty if nothing
 * @param matched probes that were at work
 */
record Verdict(
    String suite,
    int jdk,
    Mode mode,
    long passedBare,
    long passed,
    List<String> broken,
    List<String> flaky,
    boolean inTime,
    String trouble,
    List<String> matched) {

  /** Whether the agent changed nothing, and said so itself. */
  boolean holds() {
    return broken.isEmpty() && inTime && trouble.isEmpty() && passedBare > 0;
  }

  /** In a word for the table. */
  String word() {
    return holds()
        ? "holds"
        : !broken.isEmpty() ? "breaks tests" : !inTime ? "over its time" : trouble;
  }
}
