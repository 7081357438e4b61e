package dev.loadline.lab.command;

import com.google.auto.service.AutoService;
import dev.loadline.lab.bench.BorrowBench;
import dev.loadline.lab.bench.Cost;
import dev.loadline.lab.bench.ForkComparison;
import dev.loadline.lab.bench.ParseSpeed;
import dev.loadline.lab.bench.QueryBench;
import dev.loadline.lab.bench.RequestComparison;
import dev.loadline.lab.bench.ScrapeCost;
import dev.loadline.lab.bench.StartComparison;
import dev.loadline.lab.demo.AgentJar;
import dev.loadline.lab.demo.Directories;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench NAME}: what the agent costs, and how fast the collector reads. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures what the agent costs, or how fast the collector reads, and prints a Markdown"
            + " table; exit 1 when an aim is missed.")
@AutoService(LabCommand.class)
public final class BenchCommand implements LabCommand {
  private static final double QUERY_NANOS = 100;

  /** What can be measured. */
  enum Bench {
    /** Borrow and return of a HikariCP connection; has no aim. */
    borrow,
    /** The same with a query of H2 between. */
    query,
    /** Reading of a page of 1,000 samples by the collector. */
    parse,
    /** CPU of a request to Tomcat, HikariCP and H2. */
    request,
    /** CPU of a scrape. */
    scrape,
    /** Start of an empty application and of Spring Boot. */
    start
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "one of: ${COMPLETION-CANDIDATES}")
  private Bench bench = Bench.borrow;

  @Option(
      names = "--quick",
      description = "one short round, to see that it works; its figures are worth little")
  private boolean quick;

  @Override
  public Integer call() throws IOException, InterruptedException, RunnerException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (bench == Bench.parse) {
      ParseSpeed speed = new ParseSpeed(quick).run();
      out.println(speed.markdown());
      return speed.holds() ? 0 : 1;
    }
    Path agent = AgentJar.find();
    if (bench == Bench.borrow) {
      out.println(new ForkComparison(BorrowBench.class, agent, quick).run().markdown());
      return 0;
    }
    Path directory = Files.createTempDirectory("loadline-bench-");
    try {
      List<Cost> costs = measure(agent, directory);
      out.println(Cost.table(costs));
      return costs.stream().allMatch(Cost::holds) ? 0 : 1;
    } finally {
      Directories.remove(directory);
    }
  }

  private List<Cost> measure(Path agent, Path directory)
      throws IOException, InterruptedException, RunnerException {
    int rounds = quick ? 1 : 5;
    return switch (bench) {
      case query -> {
        QueryBench.prepare();
        yield new ForkComparison(QueryBench.class, agent, quick)
            .run()
            .costs("borrow, query, return", QUERY_NANOS, 0);
      }
      case request -> new RequestComparison(agent, directory, rounds, quick ? 2_000 : 20_000).run();
      case scrape -> new ScrapeCost(agent, directory, quick ? 10 : 200).run();
      case start -> new StartComparison(agent, directory, rounds).run();
      case borrow, parse -> throw new IllegalStateException("has no costs");
    };
  }
}
