package dev.loadline.collector.discovery;

import com.google.auto.service.AutoService;
import dev.loadline.collector.yaml.Default;
import io.vertx.core.Vertx;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists of targets in files, as Prometheus' {@code file_sd} has them: {@code file: {root:
 * /etc/loadline/targets, files: ["*.json"]}}. A file that cannot be read keeps its last list.
 */
@SuppressWarnings("rawtypes")
@AutoService(Discovery.class)
public final class FileDiscovery implements Discovery<FileDiscovery.Settings> {
  private static final Duration TICK = Duration.ofMillis(500);

  /**
   * @param root no file outside of it is read, whatever links say
   * @param files globs below the root, of names that end in json, yml or yaml
   * @param interval from one look at all files to the next; changes that the system tells of are
   *     seen earlier
   */
  public record Settings(
      Path root,
      @Default("[\"*.json\", \"*.yml\", \"*.yaml\"]") List<String> files,
      @Default("{}") Naming service,
      @Default("30s") Duration interval) {

    public Settings {
      files.forEach(Settings::check);
      Asking.check(interval);
    }

    private static void check(String glob) {
      boolean escapes = List.of(glob.split("[/\\\\]", -1)).contains("..");
      if (escapes || glob.startsWith("/") || glob.contains("\\") || glob.indexOf('\0') >= 0) {
        throw new IllegalArgumentException(
            "files stand below the root; write '" + glob + "' without .., backslash or leading /");
      }
      FileSystems.getDefault().getPathMatcher("glob:" + glob);
      if (!glob.matches(".*\\.(json|yml|yaml)")) {
        throw new IllegalArgumentException("files end in .json, .yml or .yaml, not '" + glob + "'");
      }
    }
  }

  @Override
  public String name() {
    return "file";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public AutoCloseable discover(Vertx vertx, Settings settings, Findings findings) {
    Look look = new Look(settings, findings);
    Asking asking =
        Asking.start(
            vertx,
            settings.interval(),
            () -> vertx.executeBlocking(look::attempt, false).map(TICK));
    return () -> {
      asking.close();
      look.bell.close();
    };
  }

  /** Looks where the bell rang, where a file was changing, and from time to time. */
  private static final class Look {
    private final Folder folder;
    private final Findings findings;
    private final Bell bell = new Bell();
    private final long every;
    private long ticks;
    private boolean changing = true;

    Look(Settings settings, Findings findings) {
      this.folder = new Folder(settings.root(), settings.files(), settings.service());
      this.findings = findings;
      this.every = settings.interval().dividedBy(TICK);
    }

    synchronized @Nullable Void attempt() {
      if (bell.rang() || changing || ++ticks >= every) {
        ticks = 0;
        changing = folder.look(findings);
        bell.watch(folder.directories());
      }
      return null;
    }
  }
}
