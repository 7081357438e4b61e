package dev.loadline.collector.discovery;

import com.google.auto.service.AutoService;
import dev.loadline.collector.yaml.Default;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The pods of a cluster that publish metrics: {@code kubernetes: {namespaces: [shop]}}. A pod does
 * where its annotations {@code prometheus.io/scrape}, {@code port}, {@code path} and {@code scheme}
 * say so, or those of its service, where a port of it is called {@code metrics}, {@code
 * http-metrics}, {@code prometheus} or {@code prom}, or where a PodMonitor or a ServiceMonitor
 * selects it. One that is not ready is still loaded and stays. Asks with get, list and watch only.
 */
@SuppressWarnings("rawtypes")
@AutoService(Discovery.class)
public final class KubernetesDiscovery implements Discovery<KubernetesDiscovery.Settings> {
  private static final long GATHER_MILLIS = 200;

  /**
   * @param namespaces none are all of the cluster
   * @param api address of the API server
   * @param tokenFile read for each question, since tokens of pods are replaced
   * @param caFile the certificates by which the API server is known
   * @param monitors whether PodMonitors and ServiceMonitors are looked at
   */
  public record Settings(
      @Default("[]") List<String> namespaces,
      @Default("{}") Naming service,
      @Default("true") boolean monitors,
      @Default("https://kubernetes.default.svc") URI api,
      @Default("/var/run/secrets/kubernetes.io/serviceaccount/token") Path tokenFile,
      @Default("/var/run/secrets/kubernetes.io/serviceaccount/ca.crt") Path caFile) {

    public Settings {
      Web.check(api);
      if (namespaces.size() > 100) {
        throw new IllegalArgumentException("at most 100 namespaces; leave them out for all");
      }
      namespaces.stream()
          .filter(namespace -> !namespace.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"))
          .findFirst()
          .ifPresent(
              wrong -> {
                throw new IllegalArgumentException("no name of a namespace: '" + wrong + "'");
              });
    }
  }

  @Override
  public String name() {
    return "kubernetes";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public AutoCloseable discover(Vertx vertx, Settings settings, Findings findings) {
    Cluster cluster = new Cluster(vertx, settings, findings);
    cluster.watches.forEach(KubeWatch::start);
    return cluster;
  }

  /** All watches, whose objects are looked at together a little after one of them changed. */
  private static final class Cluster implements AutoCloseable {
    private final Vertx vertx;
    private final Settings settings;
    private final Findings findings;
    private final KubeClient client;
    private final List<KubeWatch> watches = new ArrayList<>();
    private boolean waiting;

    Cluster(Vertx vertx, Settings settings, Findings findings) {
      this.vertx = vertx;
      this.settings = settings;
      this.findings = findings;
      this.client = new KubeClient(vertx, settings.api(), settings.tokenFile(), settings.caFile());
      for (KubeKind kind : KubeKind.values()) {
        if (settings.monitors() || !kind.optional()) {
          kind.paths(settings.namespaces())
              .forEach(
                  path -> watches.add(new KubeWatch(vertx, client, kind, path, this::changed)));
        }
      }
    }

    @Override
    public void close() {
      watches.forEach(KubeWatch::close);
      client.close();
    }

    private synchronized void changed() {
      if (!waiting) {
        waiting = true;
        vertx.setTimer(GATHER_MILLIS, unused -> vertx.executeBlocking(this::tell, false));
      }
    }

    /** Nothing is told until every watch has been answered: a part would look like a loss. */
    private boolean tell() {
      synchronized (this) {
        waiting = false;
      }
      String reason =
          watches.stream()
              .map(KubeWatch::reason)
              .filter(each -> !each.isEmpty())
              .distinct()
              .limit(3)
              .collect(Collectors.joining("; "));
      if (watches.stream().noneMatch(KubeWatch::listed)) {
        if (!reason.isEmpty()) {
          findings.failed(reason);
        }
      } else if (watches.stream().allMatch(KubeWatch::answered)) {
        Listing all = new KubeObjects(watches, settings.service()).listing();
        String refused = all.reason();
        findings.found(
            all.targets(), reason + (reason.isEmpty() || refused.isEmpty() ? "" : "; ") + refused);
      }
      return true;
    }
  }
}
