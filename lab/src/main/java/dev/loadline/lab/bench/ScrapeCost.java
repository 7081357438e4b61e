package dev.loadline.lab.bench;

import dev.loadline.lab.part.AgentStatus;
import dev.loadline.lab.part.JavaRun;
import dev.loadline.lab.part.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * CPU of one scrape of a shop with ten routes: what the agent's thread and the whole process use
 * while they are scraped, beyond what they use as long when they are not. The scrapes are so far
 * apart that each gets a reading of its own. The first ten, which load the classes and run them
 * before they are compiled, are a row of their own: they come once in the life of a process.
 */
public final class ScrapeCost {
  private static final long APART_MILLIS = 950;
  private static final int FIRST = 10;
  private static final double AIM_MILLIS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String THREAD = "loadline-agent";

  private final Path agent;
  private final Path directory;
  private final int scrapes;

  /** The mean of so many scrapes after the first ten. */
  public ScrapeCost(Path agent, Path directory, int scrapes) {
    this.agent = agent;
    this.directory = directory;
    this.scrapes = scrapes;
  }

  /** Runs all of it. */
  public List<Cost> run() throws IOException, InterruptedException {
    JavaRun.Command command =
        ShopRun.command(directory).with(List.of("-javaagent:" + agent + "=port=0"));
    try (JavaRun run = JavaRun.start(command, Files.createTempDirectory(directory, "scraped"))) {
      ShopRun.load(ShopRun.port(run), 2000);
      String address = address(run);
      int idle = Math.max(1, scrapes / 4);
      double[] idleMillis = used(run, idle, "");
      double[] firstMillis = used(run, FIRST, address);
      double[] laterMillis = used(run, scrapes, address);
      return List.of(
          cost("CPU of a scrape, agent's thread", idleMillis[0] / idle, laterMillis[0] / scrapes),
          cost("CPU of a scrape, whole process", idleMillis[1] / idle, laterMillis[1] / scrapes),
          cost("the same for the first " + FIRST, idleMillis[1] / idle, firstMillis[1] / FIRST));
    }
  }

  private static Cost cost(String name, double idle, double busy) {
    return Cost.added(name, "ms", idle, busy, AIM_MILLIS);
  }

  private static String address(JavaRun run) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    for (String at = run.agent(); System.nanoTime() < until; at = run.agent()) {
      if (at != null) {
        return at;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IllegalStateException("the agent does not say where it is: " + run.err());
  }

  /** CPU of the agent's thread, and of the process, in milliseconds; no scrape without address. */
  private static double[] used(JavaRun run, int times, String address)
      throws IOException, InterruptedException {
    double thread = Usage.cpuMillisOfThread(run.pid(), THREAD);
    double process = Usage.cpuMillis(run.pid());
    for (int i = 0; i < times; i++) {
      TimeUnit.MILLISECONDS.sleep(APART_MILLIS);
      if (!address.isEmpty() && !AgentStatus.get(address, "/metrics").contains("# TYPE ")) {
        throw new IllegalStateException("no exposition");
      }
    }
    return new double[] {
      Usage.cpuMillisOfThread(run.pid(), THREAD) - thread, Usage.cpuMillis(run.pid()) - process
    };
  }
}
