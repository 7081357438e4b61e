package dev.loadline.advisor.notify;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.capacity.Status;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Raises and resolves alerts in Prometheus Alertmanager (API version 2).
 *
 * <p>There an alert is its labels: they hold nothing that was measured, and the all-clear carries
 * the same ones. A firing alert ends by itself four minutes after it was last said, so that it must
 * be repeated every minute and goes out when Loadline does. Of several replicas each is a channel
 * of its own, not an address before them.
 */
public final class AlertmanagerNotifier implements Notifier {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration HOLDS = Duration.ofMinutes(4);
  private static final int MAX_REASON = 200;

  private final URI alerts;
  private final InstantSource clock;
  private final JsonPost post = new JsonPost(LIMIT);

  AlertmanagerNotifier(Settings settings, InstantSource clock) {
    this.alerts = settings.alerts();
    this.clock = clock;
  }

  /**
   * The keys below {@code alertmanager}.
   *
   * @param url where its page is, with the route prefix if it has one: {@code
   *     http://127.0.0.1:9093}
   */
  public record Settings(URI url) {
    public Settings {
      if (!List.of("http", "https").contains(String.valueOf(url.getScheme()))
          || url.getHost() == null) {
        throw new IllegalArgumentException("url is not an address such as http://host:9093");
      }
      if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
        throw new IllegalArgumentException(
            "url has more than scheme, host, port and path; leave out user, query and fragment");
      }
    }

    URI alerts() {
      return URI.create(url.toString().replaceAll("/+$", "") + "/api/v2/alerts");
    }
  }

  /** Makes the channel from {@code alertmanager: {url: "http://127.0.0.1:9093"}}. */
  @SuppressWarnings("rawtypes")
  @AutoService(NotifierFactory.class)
  public static final class AlertmanagerNotifierFactory implements NotifierFactory<Settings> {
    @Override
    public String name() {
      return "alertmanager";
    }

    @Override
    public Class<Settings> settings() {
      return Settings.class;
    }

    @Override
    public Notifier create(Settings settings) {
      return new AlertmanagerNotifier(settings, InstantSource.system());
    }
  }

  @Override
  public String name() {
    return "alertmanager";
  }

  @Override
  public boolean forgets() {
    return true;
  }

  @Override
  public Delivery deliver(Notice notice) {
    return post.send(alerts, List.of(alert(notice)), AlertmanagerNotifier::judge);
  }

  private static Delivery judge(JsonPost.Answer answer) {
    if (answer.status() == 200) {
      return Delivery.delivered();
    }
    String said = answer.body().replaceAll("\\s+", " ").strip();
    String reason =
        "Alertmanager answered %d %s"
            .formatted(answer.status(), said.substring(0, Math.min(said.length(), MAX_REASON)))
            .strip();
    return answer.passing() ? Delivery.retry(answer.retryAfter(), reason) : Delivery.failed(reason);
  }

  private Map<String, Object> alert(Notice notice) {
    Map<String, Object> alert = new TreeMap<>();
    alert.put("labels", labels(notice));
    alert.put("annotations", annotations(notice));
    alert.put("generatorURL", notice.link().toString());
    if (notice.firing()) {
      alert.put("startsAt", notice.at().toString());
      alert.put("endsAt", clock.instant().plus(HOLDS).toString());
    } else {
      // Without a start, because the notice tells when the service became well again.
      alert.put("endsAt", clock.instant().toString());
    }
    return alert;
  }

  private static Map<String, String> annotations(Notice notice) {
    return Map.of("summary", notice.title(), "description", String.join("\n", notice.lines()));
  }

  private static Map<String, String> labels(Notice notice) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("alertname", "LoadlineHeadroom");
    labels.put("service", notice.service());
    labels.put("severity", severity(notice.firing() ? notice.to() : notice.from()));
    notice
        .labels()
        .forEach((name, value) -> labels.put(name.replaceAll("[^a-zA-Z0-9_]", "_"), value));
    return labels;
  }

  private static String severity(Status status) {
    return switch (status) {
      case SATURATED, BLOCKED -> "critical";
      case TIGHT -> "warning";
      case OK, UNKNOWN -> "info";
    };
  }
}
