package dev.loadline.advisor.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code loadline run}: serve until told to stop. */
@Command(
    name = "run",
    description = "Collect, advise and serve (the default command).",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final int STOP_SECONDS = 20;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "configuration (loadline.yaml here, if there is one)")
  private @Nullable Path config;

  @Option(
      names = "--roles",
      split = ",",
      paramLabel = "ROLE",
      description = "collector, advisor or both")
  private @Nullable List<Role> roles;

  @Option(names = "--listen", paramLabel = "HOST:PORT", description = "where to answer")
  private @Nullable String listen;

  @Override
  public Integer call() throws InterruptedException {
    try {
      serve(settings());
      return 0;
    } catch (IllegalArgumentException e) {
      Objects.requireNonNull(spec).commandLine().getErr().println(e.getMessage());
      return 2;
    }
  }

  private LoadlineSettings settings() {
    LoadlineSettings settings = ConfigFile.read(config);
    LoadlineSettings chosen =
        settings.with(
            roles == null ? settings.roles() : roles,
            listen == null ? settings.listen() : Address.parse(listen));
    var unused = chosen.watched();
    return chosen;
  }

  private static void serve(LoadlineSettings settings) throws InterruptedException {
    Wiring.Running running;
    try {
      running = Wiring.start(settings).await(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalArgumentException(
          "cannot start on %s: %s".formatted(settings.listen(), e.getMessage()), e);
    }
    log().info("serving http://{}:{}/", settings.listen().host(), running.port());
    CountDownLatch told = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running, told), "stop"));
    told.await();
  }

  private static void stop(Wiring.Running running, CountDownLatch told) {
    try {
      running.close().await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      log().error("did not stop cleanly", e);
    } finally {
      told.countDown();
    }
  }

  /** Not a constant, so that commands which log nothing need not wait for it. */
  private static Logger log() {
    return LoggerFactory.getLogger(RunCommand.class);
  }
}
