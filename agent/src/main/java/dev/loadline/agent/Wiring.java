package dev.loadline.agent;

import dev.loadline.agent.config.Lookup;
import dev.loadline.agent.config.Settings;
import dev.loadline.agent.expose.Exports;
import dev.loadline.agent.expose.MetricsServer;
import dev.loadline.agent.probe.AgentThread;
import dev.loadline.agent.probe.Engine;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts the parts together, on the isolated loader; {@link Agent} calls it by name. */
public final class Wiring {

  /** Leaves the application time to choose its logging before the JDK's server asks for it. */
  private static final long DELAY_MILLIS = 500;

  private static final long TICK_MILLIS = 1000;

  private final Settings settings;
  private final Engine engine;
  private final String seam;

  private Wiring(Settings settings, Engine engine, String seam) {
    this.settings = settings;
    this.engine = engine;
    this.seam = seam;
  }

  /** Hooks what is to be hooked, and leaves the rest to a thread of its own. */
  public static void start(@Nullable String arguments, Instrumentation instrumentation, File jar)
      throws IOException {
    Settings settings = Settings.read(arguments, new Properties(), new Environment());
    if (!settings.problems().isEmpty()) {
      System.err.println("loadline: " + String.join("; ", settings.problems()));
    }
    String seam = Seam.install(instrumentation, jar);
    Engine engine =
        new Engine(settings.redisPrefixes(), TimeUnit.MILLISECONDS.toNanos(settings.leakMillis()));
    Wiring wiring = new Wiring(settings, engine, seam);
    engine.turn(wiring.wanted());
    engine.install(instrumentation);
    new AgentThread(wiring.new Keeper(), "agent").start();
  }

  private boolean wanted() {
    String file = settings.killSwitch();
    String property = System.getProperty("loadline.enabled");
    return settings.enabled()
        && !"false".equals(property)
        && (file.isEmpty() || !new File(file).exists());
  }

  /** Serves the figures, and looks after the switch and the integrals every second. */
  private final class Keeper implements Runnable {

    private @Nullable MetricsServer server;

    @Override
    public void run() {
      try {
        Thread.sleep(DELAY_MILLIS);
        open();
        while (true) {
          engine.turn(wanted());
          engine.tick();
          serve();
        }
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException | Error broken) {
        engine.turn(false);
        System.err.println("loadline: the agent measures no more: " + broken);
      }
    }

    private void open() {
      try {
        Exports exports = new Exports(engine, settings, seam);
        exports.push();
        server = exports.open();
      } catch (IOException | RuntimeException | LinkageError notServed) {
        notServed(notServed);
      }
    }

    private void serve() throws InterruptedException {
      if (server == null) {
        Thread.sleep(TICK_MILLIS);
        return;
      }
      try {
        server.serve(TICK_MILLIS);
      } catch (IOException | RuntimeException | LinkageError broken) {
        server = null;
        notServed(broken);
      }
    }

    private void notServed(Throwable why) {
      System.err.println("loadline: metrics are not served: " + why.getMessage());
    }
  }

  private static final class Properties implements Lookup {
    @Override
    public @Nullable String get(String name) {
      return System.getProperty(name);
    }
  }

  private static final class Environment implements Lookup {
    @Override
    public @Nullable String get(String name) {
      return System.getenv(name);
    }
  }
}
