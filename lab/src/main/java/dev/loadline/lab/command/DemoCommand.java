package dev.loadline.lab.command;

import com.google.auto.service.AutoService;
import dev.loadline.lab.demo.DemoSettings;
import dev.loadline.lab.demo.Directories;
import dev.loadline.lab.demo.LiveView;
import dev.loadline.lab.demo.Machine;
import dev.loadline.lab.demo.Outcome;
import dev.loadline.lab.demo.Proof;
import dev.loadline.lab.demo.Rig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the whole thing on real parts. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Runs a real shop under real load and shows how much more it can take (the default).")
@AutoService(LabCommand.class)
public final class DemoCommand implements LabCommand {
  private static final Duration ENDLESS = Duration.ofDays(1);

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8686",
      description = "of Loadline on 127.0.0.1 (${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "keep configuration, signals and logs here (a temporary directory)")
  private @Nullable Path data;

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "60",
      description = "requests/s (${DEFAULT-VALUE}, about 40 %% of what the shop can take)")
  private double rate;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "of arrivals and hold times (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      description = "stop by itself after so long")
  private @Nullable Integer seconds;

  @Option(
      names = "--prove",
      description =
          "predict at this load, push over the limit, compare; exit 1 when more than 5 %% off")
  private boolean prove;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "how often to prove (${DEFAULT-VALUE})")
  private int repeat;

  @Override
  public Integer call() throws InterruptedException, IOException {
    return prove ? proveAll() : show();
  }

  private int show() throws InterruptedException, IOException {
    out().println("Loadline demo: an order shop on a real PostgreSQL, under real load");
    onRig(
        seed,
        (settings, rig) -> {
          rig.load(settings.requestsPerSecond(), settings.seed());
          out().printf("  %-10s %.0f requests/s, open loop, Poisson arrivals%n", "load", rate);
          LiveView view = new LiveView(rig.loadline(), out());
          view.open();
          view.watch(seconds == null ? ENDLESS : Duration.ofSeconds(seconds));
        });
    return 0;
  }

  private int proveAll() throws InterruptedException, IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (int run = 0; run < repeat; run++) {
      String machine = Machine.observe().toString();
      out().printf("Proof %d of %d; this machine: %s%n", run + 1, repeat, machine);
      onRig(
          seed + 100L * run,
          (settings, rig) -> outcomes.add(new Proof(settings, rig, out()).run(machine)));
    }
    out().println();
    out().println(Outcome.markdown(outcomes));
    out().flush();
    return outcomes.stream().allMatch(Outcome::holds) ? 0 : 1;
  }

  private interface Work {
    void on(DemoSettings settings, Rig rig) throws InterruptedException, IOException;
  }

  private void onRig(long rigSeed, Work work) throws InterruptedException, IOException {
    Path directory =
        data == null ? Files.createTempDirectory("loadline-demo-") : Files.createDirectories(data);
    DemoSettings settings = new DemoSettings(port, directory, rate, rigSeed);
    Rig rig = new Rig(settings, out());
    Runnable stop = () -> stop(rig, directory);
    Thread hook = new Thread(stop, "demo-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      rig.start();
      work.on(settings, rig);
    } finally {
      stop.run();
      forget(hook);
    }
  }

  private void stop(Rig rig, Path directory) {
    rig.close();
    if (data == null) {
      Directories.remove(directory);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyStopping) {
      // The hook runs at this very moment; it finds everything closed.
    }
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
