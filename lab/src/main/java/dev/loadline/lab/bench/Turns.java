package dev.loadline.lab.bench;

import dev.loadline.lab.part.JavaRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An application with and without the agent, in JVMs that take turns, so that a change of the
 * machine's mood falls on both alike.
 */
final class Turns {
  private final Path agent;
  private final Path directory;
  private final int rounds;

  Turns(Path agent, Path directory, int rounds) {
    this.agent = agent;
    this.directory = directory;
    this.rounds = rounds;
  }

  /** Measures a JVM that was just started, by name of the figure. */
  interface Measurement {
    Map<String, Double> of(JavaRun run) throws IOException, InterruptedException;
  }

  /** Medians by name of the figure: without the agent first, with it second. */
  Map<String, double[]> medians(JavaRun.Command command, Measurement measurement)
      throws IOException, InterruptedException {
    Map<String, List<Double>> without = new TreeMap<>();
    Map<String, List<Double>> with = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      measure(command, measurement, without);
      measure(command.with(List.of("-javaagent:" + agent + "=port=0")), measurement, with);
    }
    Map<String, double[]> medians = new TreeMap<>();
    without.forEach(
        (name, measured) ->
            medians.put(
                name,
                new double[] {
                  Cost.median(measured), Cost.median(with.getOrDefault(name, List.of()))
                }));
    return medians;
  }

  private void measure(
      JavaRun.Command command, Measurement measurement, Map<String, List<Double>> into)
      throws IOException, InterruptedException {
    try (JavaRun run = JavaRun.start(command, Files.createTempDirectory(directory, "turn"))) {
      measurement
          .of(run)
          .forEach((name, value) -> into.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    }
  }
}
