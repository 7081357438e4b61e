package dev.loadline.lab.bench;

import dev.loadline.lab.fetch.Libraries;
import dev.loadline.lab.fetch.Sources;
import dev.loadline.lab.part.JavaRun;
import dev.loadline.lab.part.Usage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What the agent adds to a start: of an application that uses none of its libraries, and of Spring
 * Boot with Tomcat, HikariCP and H2. Memory is read two seconds after, when the agent serves.
 */
public final class StartComparison {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String BOOT = "3.5.16";

  private final Path directory;
  private final Turns turns;
  private final List<Cost> costs = new ArrayList<>();

  /** A comparison by the median of so many starts. */
  public StartComparison(Path agent, Path directory, int rounds) {
    this.directory = directory;
    turns = new Turns(agent, directory, rounds);
  }

  /** Runs all of it. */
  public List<Cost> run() throws IOException, InterruptedException {
    compare("hello, no probe matches", "HelloApp", "", 80, 80, 25);
    String spring =
        Libraries.classPath(
            "org.springframework.boot:spring-boot-starter-web:" + BOOT,
            "org.springframework.boot:spring-boot-starter-jdbc:" + BOOT,
            "com.h2database:h2:2.4.240");
    compare("Spring Boot " + BOOT, "SpringShop", spring, 400, 800, 25);
    return List.copyOf(costs);
  }

  private void compare(
      String name, String main, String libraries, double millis, double cpuMillis, double mib)
      throws IOException, InterruptedException {
    Path classes = Files.createTempDirectory(directory, main);
    Sources.compile(classes, libraries, main);
    JavaRun.Command command =
        new JavaRun.Command(
            Path.of(System.getProperty("java.home")),
            List.of("-Xmx256m"),
            classes + (libraries.isEmpty() ? "" : File.pathSeparator + libraries),
            main,
            List.of());
    Map<String, double[]> medians = turns.medians(command, StartComparison::measure);
    add(name + ": until ready", "ms", medians, millis);
    add(name + ": CPU until ready", "ms", medians, cpuMillis);
    add(name + ": resident", "MiB", medians, mib);
  }

  private static Map<String, Double> measure(JavaRun run) throws IOException, InterruptedException {
    double millis = run.await("ready", PATIENCE) / 1e6;
    double cpu = Usage.cpuMillis(run.pid());
    TimeUnit.SECONDS.sleep(2);
    double mib = Usage.residentMib(run.pid());
    return Map.of(": until ready", millis, ": CPU until ready", cpu, ": resident", mib);
  }

  private void add(String name, String unit, Map<String, double[]> medians, double aim) {
    double[] both = Objects.requireNonNull(medians.get(name.substring(name.lastIndexOf(':'))));
    costs.add(Cost.added(name, unit, both[0], both[1], aim));
  }
}
