package dev.loadline.collector.source;

import com.google.auto.service.AutoService;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.ResourceKind;
import dev.loadline.collector.signal.Signal;
import dev.loadline.collector.source.SourceException.Reason;
import dev.loadline.collector.yaml.Default;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page {@code stub_status} of nginx: {@code nginx: {service: orders, url:
 * "http://127.0.0.1:8080/status"}}.
 *
 * <p>{@code Reading: 6 Writing: 179 Waiting: 106} are 178 requests in flight, as our own is among
 * those that are written. How many connections there may be is not told.
 *
 * @see <a href="https://nginx.org/en/docs/http/ngx_http_stub_status_module.html">nginx,
 *     ngx_http_stub_status_module</a>
 */
@SuppressWarnings("rawtypes")
@AutoService(Source.class)
public final class NginxSource implements Source<NginxSource.Settings> {
  private static final Pattern PAGE =
      Pattern.compile(
          "Active connections: (?<active>\\d+)\\s+server accepts handled requests\\s+"
              + "(?<accepted>\\d+) (?<handled>\\d+) (?<requests>\\d+)\\s+"
              + "Reading: (?<reading>\\d+) Writing: (?<writing>\\d+) Waiting: (?<waiting>\\d+)\\s*");

  /**
   * @param timeout for the whole page
   */
  public record Settings(String service, URI url, @Default("2s") Duration timeout) {

    public Settings {
      if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
        throw new IllegalArgumentException("not an http or https address: " + url.getHost());
      }
      if (url.getUserInfo() != null) {
        throw new IllegalArgumentException("no user or password in an address");
      }
    }
  }

  @Override
  public String name() {
    return "nginx";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Session session(Settings settings) {
    return new Page(settings);
  }

  static Reading reading(String page) throws SourceException {
    Matcher told = PAGE.matcher(page);
    if (!told.matches()) {
      throw new SourceException(Reason.UNEXPECTED, "not the page of stub_status");
    }
    double ours = 1;
    Resource sockets = new Resource(ResourceKind.SOCKETS, "nginx");
    Resource requests = new Resource(ResourceKind.REQUESTS, "http");
    double writing = number(told, "writing") - ours;
    Reading.Builder reading = new Reading.Builder();
    reading.put(sockets, Signal.IN_USE, number(told, "active") - ours);
    reading.add(sockets, Signal.IN_USE, Map.of("state", "reading"), number(told, "reading"));
    reading.add(sockets, Signal.IN_USE, Map.of("state", "writing"), writing);
    reading.add(sockets, Signal.IN_USE, Map.of("state", "waiting"), number(told, "waiting"));
    reading.put(sockets, Signal.REJECTED, number(told, "accepted") - number(told, "handled"));
    reading.put(requests, Signal.IN_USE, writing);
    reading.put(requests, Signal.ACQUIRED, number(told, "requests"));
    return reading.build();
  }

  private static double number(Matcher told, String group) {
    return Double.parseDouble(told.group(group));
  }

  /** One page. */
  private record Page(Settings settings) implements Session {
    private static final int LIMIT_BYTES = 4_096;

    @Override
    public Origin origin() {
      URI url = settings.url();
      return new Origin(settings.service(), url.getAuthority(), "nginx", url.toString());
    }

    @Override
    public Reading read() throws SourceException {
      return reading(new HttpPage(settings.url(), settings.timeout(), LIMIT_BYTES).get());
    }

    @Override
    public void close() {}
  }
}
