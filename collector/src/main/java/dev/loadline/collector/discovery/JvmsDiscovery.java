package dev.loadline.collector.discovery;

import com.google.auto.service.AutoService;
import dev.loadline.collector.yaml.Default;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * The agents on this host: {@code jvms: {}}. Asks each port from 9464 to 9473 whether an agent
 * listens; the service is what the agent calls it. A port reused by another process is another
 * instance.
 */
@SuppressWarnings("rawtypes")
@AutoService(Discovery.class)
public final class JvmsDiscovery implements Discovery<JvmsDiscovery.Settings> {
  private static final int MAX_BYTES = 4 * 1024 * 1024;
  private static final int MAX_PORTS = 200;

  /**
   * @param firstPort the first that is asked
   * @param lastPort the last that is asked; at most 200 are
   * @param interval from one round to the next
   * @param timeout for each answer
   */
  public record Settings(
      @Default("9464") int firstPort,
      @Default("9473") int lastPort,
      @Default("15s") Duration interval,
      @Default("2s") Duration timeout) {

    public Settings {
      if (firstPort < 1 || lastPort > 65_535 || firstPort > lastPort) {
        throw new IllegalArgumentException("ports are 1 to 65535, the first one first");
      }
      if (lastPort - firstPort >= MAX_PORTS) {
        throw new IllegalArgumentException("at most " + MAX_PORTS + " ports are asked");
      }
      Asking.check(interval);
      Asking.check(timeout);
    }
  }

  @Override
  public String name() {
    return "jvms";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public AutoCloseable discover(Vertx vertx, Settings settings, Findings findings) {
    Web web = new Web(vertx, settings.timeout(), MAX_BYTES);
    Map<Integer, Target> known = new ConcurrentHashMap<>();
    Asking asking =
        Asking.start(
            vertx,
            settings.interval(),
            () ->
                round(web, settings, known)
                    .map(
                        unused -> {
                          findings.found(Set.copyOf(known.values()));
                          return settings.interval();
                        }));
    return () -> {
      asking.close();
      web.close();
    };
  }

  private static Future<Void> round(Web web, Settings settings, Map<Integer, Target> known) {
    List<Future<Void>> answers =
        IntStream.rangeClosed(settings.firstPort(), settings.lastPort())
            .mapToObj(port -> ask(web, port, known))
            .toList();
    return Future.join(answers).mapEmpty();
  }

  /** One that is silent stays: it may stand still for a while. */
  private static Future<Void> ask(Web web, int port, Map<Integer, Target> known) {
    return web.get(URI.create("http://127.0.0.1:" + port + "/agent/status"))
        .map(body -> agent(port, body))
        .recover(
            cause ->
                cause.getCause() instanceof TimeoutException
                    ? Future.succeededFuture(Optional.ofNullable(known.get(port)))
                    : Future.succeededFuture(Optional.empty()))
        .map(
            found -> {
              found.ifPresentOrElse(target -> known.put(port, target), () -> known.remove(port));
              return null;
            });
  }

  /** Empty where something else than an agent answers. */
  private static Optional<Target> agent(int port, Buffer body) {
    try {
      JsonObject status = body.toJsonObject();
      String service = status.getString("service", "");
      Long pid = status.getLong("pid");
      String instance = pid + "@127.0.0.1:" + port;
      return service.isBlank() || pid == null
          ? Optional.empty()
          : Optional.of(
              Target.found(service, instance, URI.create("http://127.0.0.1:" + port + "/metrics")));
    } catch (DecodeException | ClassCastException e) {
      return Optional.empty();
    }
  }
}
