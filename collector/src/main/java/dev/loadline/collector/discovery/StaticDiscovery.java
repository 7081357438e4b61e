package dev.loadline.collector.discovery;

import com.google.auto.service.AutoService;
import dev.loadline.collector.yaml.Default;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Targets that are written down: {@code static: {service: orders, targets: ["a:9464"]}}. */
@SuppressWarnings("rawtypes")
@AutoService(Discovery.class)
public final class StaticDiscovery implements Discovery<StaticDiscovery.Settings> {

  /**
   * @param targets {@code host:port}
   * @param path where each of them publishes
   */
  public record Settings(String service, List<String> targets, @Default("/metrics") String path) {

    public Settings {
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("a path starts with /");
      }
      targets.forEach(Settings::check);
    }

    private static void check(String target) {
      if (!target.matches("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+):\\d{1,5}")) {
        throw new IllegalArgumentException("write targets as host:port, not '" + target + "'");
      }
    }

    Set<Target> all() {
      return targets.stream()
          .map(target -> new Target(service, URI.create("http://" + target + path)))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  @Override
  public String name() {
    return "static";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public AutoCloseable discover(Vertx vertx, Settings settings, Findings findings) {
    findings.found(settings.all());
    return () -> {};
  }
}
