package dev.loadline.lab.command;

import com.google.auto.service.AutoService;
import dev.loadline.lab.demo.Directories;
import dev.loadline.lab.race.Race;
import dev.loadline.lab.race.Race.Lap;
import dev.loadline.lab.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code race}: what it costs to scrape many targets. */
@Command(
    name = "race",
    mixinStandardHelpOptions = true,
    description =
        "Lets the collector, and Prometheus and VictoriaMetrics where they are installed, scrape the"
            + " same targets of 500 series one after the other; prints a Markdown table.")
@AutoService(LabCommand.class)
public final class RaceCommand implements LabCommand {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--targets", description = "how many (${DEFAULT-VALUE})")
  private int targets = 400;

  @Option(names = "--interval", description = "seconds between scrapes (${DEFAULT-VALUE})")
  private int interval = 1;

  @Option(
      names = "--seconds",
      description = "for which each is measured, after as many to warm up (${DEFAULT-VALUE})")
  private int seconds = 40;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Path directory = Files.createTempDirectory("loadline-race-");
    try {
      Race race =
          new Race(directory, targets, Duration.ofSeconds(interval), Duration.ofSeconds(seconds));
      Table table =
          new Table("engine", "samples/s", "CPU s per million", "resident", "scrapes missed");
      for (String engine : Race.engines()) {
        out.printf("%s scrapes for %d s …%n", engine, 2 * seconds);
        out.flush();
        add(table, race.run(engine));
      }
      out.println(table);
      return 0;
    } finally {
      Directories.remove(directory);
    }
  }

  private void add(Table table, Lap lap) {
    table.add(
        lap.engine(),
        Long.toString(lap.samples() / seconds),
        String.format(Locale.ROOT, "%.2f", lap.secondsPerMillion()),
        String.format(Locale.ROOT, "%.0f MiB", lap.residentMib()),
        Long.toString(lap.missed()));
  }
}
