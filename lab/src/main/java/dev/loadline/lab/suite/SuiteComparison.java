package dev.loadline.lab.suite;

import dev.loadline.lab.fetch.Jdks;
import dev.loadline.lab.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs suites without the agent, with it, and with hooks that always throw; a test that fails only
 * with the agent is run again, with and without it, before it counts.
 */
public final class SuiteComparison {
  private static final int AGAIN = 2;

  private final Path agent;
  private final Path directory;
  private final Duration limit;
  private final Set<Mode> modes;
  private final PrintWriter out;
  private final List<Verdict> verdicts = new ArrayList<>();

  /**
   * A comparison.
   *
   * @param limit of one run
   * @param modes to be compared with the run without the agent
   */
  public SuiteComparison(
      Path agent, Path directory, Duration limit, Set<Mode> modes, PrintWriter out) {
    this.agent = agent;
    this.directory = directory;
    this.limit = limit;
    this.modes = modes;
    this.out = out;
  }

  /** Compares one suite on one JDK. */
  public void compare(Suite suite, Path home) throws IOException, InterruptedException {
    SuiteRun run = new SuiteRun(suite, agent, directory, limit, out);
    SuiteRun.Outcome bare = run.all(home, Mode.BARE);
    say(suite, home, Mode.BARE, bare);
    for (Mode mode : modes) {
      if (mode != Mode.BARE) {
        SuiteRun.Outcome with = run.all(home, mode);
        say(suite, home, mode, with);
        verdicts.add(judge(suite, home, mode, run, bare, with));
      }
    }
  }

  private void say(Suite suite, Path home, Mode mode, SuiteRun.Outcome outcome) {
    out.printf(
        "  %s on JDK %d, %s: %d passed, %d failed, %d s%s%n",
        suite.name(),
        Jdks.feature(home),
        mode,
        outcome.results().passed(),
        outcome.results().failed().size(),
        outcome.took().toSeconds(),
        outcome.inTime() ? "" : ", stopped at its limit");
    out.flush();
  }

  private Verdict judge(
      Suite suite, Path home, Mode mode, SuiteRun run, SuiteRun.Outcome bare, SuiteRun.Outcome with)
      throws IOException, InterruptedException {
    List<String> suspects = with.results().worseThan(bare.results());
    List<String> broken = suspects;
    if (bare.inTime() && with.inTime()) {
      for (int i = 0; i < AGAIN && !broken.isEmpty(); i++) {
        broken = again(home, mode, run, broken);
      }
    }
    for (String id : broken) {
      String reason = with.results().reasons().getOrDefault(id, "did not come to its end");
      out.printf("    only with the agent: %s%n      %s%n", id, reason);
    }
    List<String> flaky = new ArrayList<>(suspects);
    flaky.removeAll(broken);
    return new Verdict(
        suite.name(),
        Jdks.feature(home),
        mode,
        bare.results().passed(),
        with.results().passed(),
        broken,
        flaky,
        bare.inTime() && with.inTime(),
        trouble(mode, with),
        with.status().matched());
  }

  /** Those of {@code ids} that still pass without the agent and still fail with it. */
  private List<String> again(Path home, Mode mode, SuiteRun run, List<String> ids)
      throws IOException, InterruptedException {
    Results with = run.only(home, mode, ids).results();
    List<String> failed = ids.stream().filter(id -> with.reasons().containsKey(id)).toList();
    if (failed.isEmpty()) {
      return failed;
    }
    return with.worseThan(run.only(home, Mode.BARE, failed).results());
  }

  private static String trouble(Mode mode, SuiteRun.Outcome with) {
    if (!with.status().broken().isEmpty()) {
      return "broken: " + with.status().broken();
    }
    if (with.status().matched().isEmpty()) {
      return "no probe matched";
    }
    return mode == Mode.AGENT && with.status().errors() > 0
        ? with.status().errors() + " errors of hooks"
        : "";
  }

  /** Whether the agent changed no result anywhere. */
  public boolean holds() {
    return !verdicts.isEmpty() && verdicts.stream().allMatch(Verdict::holds);
  }

  /** One row for each suite, JDK and mode. */
  public String table() {
    Table table =
        new Table(
            "suite",
            "JDK",
            "hooks",
            "passed without",
            "passed with",
            "only with the agent",
            "flaky",
            "aim",
            "result");
    for (Verdict verdict : verdicts) {
      table.add(
          verdict.suite(),
          verdict.jdk(),
          verdict.mode() == Mode.AGENT ? "measure" : "throw on " + verdict.mode(),
          verdict.passedBare(),
          verdict.passed(),
          verdict.broken().size(),
          verdict.flaky().size(),
          "0",
          verdict.word());
    }
    return table.toString();
  }
}
