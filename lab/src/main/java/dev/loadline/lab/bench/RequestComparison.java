package dev.loadline.lab.bench;

import dev.loadline.lab.part.JavaRun;
import dev.loadline.lab.part.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** CPU of one request to a shop of Tomcat, HikariCP and H2, with the agent and without it. */
public final class RequestComparison {
  private static final double FACTOR = 1.1;

  private final Path agent;
  private final Path directory;
  private final int rounds;
  private final int requests;

  /**
   * A comparison by the median of so many rounds.
   *
   * @param requests measured in each, after twice as many to warm up
   */
  public RequestComparison(Path agent, Path directory, int rounds, int requests) {
    this.agent = agent;
    this.directory = directory;
    this.rounds = rounds;
    this.requests = requests;
  }

  /** Runs all of it. */
  public List<Cost> run() throws IOException, InterruptedException {
    double[] both =
        Objects.requireNonNull(
            new Turns(agent, directory, rounds)
                .medians(ShopRun.command(directory), this::measure)
                .get("cpu"));
    return List.of(Cost.times("CPU of a request", "µs", both[0], both[1], FACTOR));
  }

  private Map<String, Double> measure(JavaRun run) throws IOException, InterruptedException {
    int port = ShopRun.port(run);
    ShopRun.load(port, 2 * requests);
    double before = Usage.cpuMillis(run.pid());
    ShopRun.load(port, requests);
    return Map.of("cpu", 1000 * (Usage.cpuMillis(run.pid()) - before) / requests);
  }
}
