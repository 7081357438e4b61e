package dev.loadline.collector.discovery;

import com.google.auto.service.AutoService;
import dev.loadline.collector.yaml.Default;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClient;
import io.vertx.core.dns.DnsClientOptions;
import io.vertx.core.dns.DnsException;
import io.vertx.core.dns.DnsResponseCode;
import io.vertx.core.dns.SrvRecord;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that a name stands for: {@code dns: {service: orders, name: orders.internal, port: 9464}}, or
 * with {@code type: srv}, which tells the ports too. A name that is not there has no targets; where
 * the server fails or is silent, what it said last stays.
 */
@SuppressWarnings("rawtypes")
@AutoService(Discovery.class)
public final class DnsDiscovery implements Discovery<DnsDiscovery.Settings> {

  /** Which records are asked for. */
  public enum Type {
    A,
    AAAA,
    SRV
  }

  /**
   * @param name that is asked for as it stands; no search domain is added
   * @param port of each address; SRV records tell their own
   * @param path where each of them publishes
   * @param interval from one question to the next; SRV records that expire sooner are asked for
   *     sooner, but not within a second
   * @param server {@code host:port}; without it the first one of the system
   * @param timeout for an answer
   */
  public record Settings(
      String service,
      String name,
      @Default("a") Type type,
      @Nullable Integer port,
      @Default("http") String scheme,
      @Default("/metrics") String path,
      @Default("30s") Duration interval,
      @Nullable String server,
      @Default("5s") Duration timeout) {

    public Settings {
      if ((type == Type.SRV) == (port != null)) {
        throw new IllegalArgumentException(
            type == Type.SRV
                ? "SRV records tell the port; leave 'port' out"
                : "addresses have no port; add 'port'");
      }
      if (server != null && !server.matches("[^:/]+:\\d{1,5}")) {
        throw new IllegalArgumentException("write the server as host:port, not '" + server + "'");
      }
      Asking.check(interval);
      Asking.check(timeout);
    }

    DnsClientOptions client() {
      DnsClientOptions options = new DnsClientOptions().setQueryTimeout(timeout.toMillis());
      if (server != null) {
        int colon = server.lastIndexOf(':');
        options
            .setHost(server.substring(0, colon))
            .setPort(Integer.parseInt(server.substring(colon + 1)));
      }
      return options;
    }

    Labelled labelled(String address) {
      return new Labelled(
          address,
          new TreeMap<>(
              Map.of("service", service, "__scheme__", scheme, "__metrics_path__", path)));
    }
  }

  @Override
  public String name() {
    return "dns";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public AutoCloseable discover(Vertx vertx, Settings settings, Findings findings) {
    DnsClient client = vertx.createDnsClient(settings.client());
    Asking asking =
        Asking.start(
            vertx,
            settings.interval(),
            () ->
                ask(client, settings)
                    .recover(cause -> nothing(cause, settings.interval()))
                    .onSuccess(answer -> tell(settings, answer, findings))
                    .onFailure(cause -> findings.failed(failure(settings, cause)))
                    .map(Answer::next));
    return () -> {
      asking.close();
      client.close();
    };
  }

  private static Future<Answer> ask(DnsClient client, Settings settings) {
    Duration interval = settings.interval();
    return switch (settings.type()) {
      case A ->
          client
              .resolveA(settings.name())
              .map(found -> addresses(found, address -> address + ":" + settings.port(), interval));
      case AAAA ->
          client
              .resolveAAAA(settings.name())
              .map(
                  found ->
                      addresses(
                          found, address -> "[" + address + "]:" + settings.port(), interval));
      case SRV -> client.resolveSRV(settings.name()).map(found -> services(found, interval));
    };
  }

  private static Answer addresses(
      List<String> found, Function<String, String> form, Duration interval) {
    return new Answer(new HashSet<>(found.stream().map(form).toList()), interval);
  }

  private static Answer services(List<SrvRecord> found, Duration interval) {
    Set<String> all = new HashSet<>();
    Duration wait = interval;
    for (SrvRecord each : found) {
      all.add(each.target().replaceAll("\\.$", "") + ":" + each.port());
      Duration expires = Duration.ofSeconds(Math.max(1, each.ttl()));
      wait = expires.compareTo(wait) < 0 ? expires : wait;
    }
    return new Answer(all, wait);
  }

  /** No such name is an answer; any other failure is none. */
  private static Future<Answer> nothing(Throwable cause, Duration interval) {
    return cause instanceof DnsException known && known.code() == DnsResponseCode.NXDOMAIN
        ? Future.succeededFuture(new Answer(Set.of(), interval))
        : Future.failedFuture(cause);
  }

  private static void tell(Settings settings, Answer answer, Findings findings) {
    Listing.Builder listing = new Listing.Builder();
    Naming naming = new Naming(List.of("service"), null);
    answer.addresses.forEach(each -> listing.add(settings.labelled(each), naming));
    Listing all = listing.build();
    findings.found(all.targets(), all.reason());
  }

  private static String failure(Settings settings, Throwable cause) {
    String why = cause instanceof DnsException known ? known.code().name() : cause.getMessage();
    return settings.name() + ": " + why + "; what it stood for last stays";
  }

  private record Answer(Set<String> addresses, Duration next) {}
}
