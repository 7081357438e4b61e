package dev.loadline.lab.command;

import com.google.auto.service.AutoService;
import dev.loadline.lab.bench.BorrowComparison;
import dev.loadline.lab.demo.AgentJar;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench NAME}: what the agent costs. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures what the agent costs, with JMH, and prints a Markdown table.")
@AutoService(LabCommand.class)
public final class BenchCommand implements LabCommand {
  /** What can be measured. */
  enum Bench {
    /** Borrow and return of a HikariCP connection. */
    borrow
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "one of: ${COMPLETION-CANDIDATES}")
  private Bench bench = Bench.borrow;

  @Option(
      names = "--quick",
      description = "one short round, to see that it works; its figures are worth little")
  private boolean quick;

  @Override
  public Integer call() throws RunnerException {
    String table =
        switch (bench) {
          case borrow -> new BorrowComparison(AgentJar.find(), quick).run();
        };
    Objects.requireNonNull(spec).commandLine().getOut().println(table);
    return 0;
  }
}
