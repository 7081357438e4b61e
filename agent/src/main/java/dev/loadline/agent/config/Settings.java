package dev.loadline.agent.config;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the agent was told. Arguments come before system properties {@code loadline.*}, these before
 * the environment {@code LOADLINE_*}, and that before OpenTelemetry's variables. What cannot be
 * understood is listed and its default used: an agent never keeps an application from starting.
 */
public final class Settings {

  private static final int HIGHEST_PORT = 65_535;
  private static final int SHOWN = 40;
  private static final int MOST_PREFIXES = 16;

  private final Map<Key, String> values = new EnumMap<>(Key.class);
  private final List<String> problems = new ArrayList<>();

  private Settings() {}

  /** Reads the agent's arguments, e.g. {@code port=9500,service_name=orders}. */
  public static Settings read(@Nullable String arguments, Lookup properties, Lookup environment) {
    Settings settings = new Settings();
    for (Key key : Key.values()) {
      String found = key.find(properties, environment);
      settings.values.put(key, found == null ? key.standard() : found.trim());
    }
    if (arguments != null && !arguments.trim().isEmpty()) {
      for (String argument : arguments.split(",", -1)) {
        settings.take(argument.trim());
      }
    }
    settings.check();
    return settings;
  }

  private void take(String argument) {
    int at = argument.indexOf('=');
    String written = at < 0 ? argument : argument.substring(0, at).trim();
    Key key = Key.of(written);
    if (key != null && at >= 0) {
      values.put(key, argument.substring(at + 1).trim());
    } else if (key != null) {
      problems.add("argument " + written + " has no value, want " + written + "=VALUE");
    } else if (!argument.isEmpty()) {
      problems.add(
          "unknown argument "
              + shown(written)
              + ", the nearest is "
              + Key.nearest(written).written());
    }
  }

  private void check() {
    Integer port = port(value(Key.PORT));
    if (port == null) {
      reject(Key.PORT, "a number from 0 to 65535");
    }
    String enabled = value(Key.ENABLED);
    if (!enabled.equals("true") && !enabled.equals("false")) {
      reject(Key.ENABLED, "true or false");
    }
    if (value(Key.HOST).isEmpty()) {
      reject(Key.HOST, "an address");
    }
    if (prefixes().size() > MOST_PREFIXES) {
      problems.add("redis_prefixes names more than 16, the first 16 hold");
    }
    if (number(value(Key.LEAK_THRESHOLD), 0, Integer.MAX_VALUE) == null) {
      reject(Key.LEAK_THRESHOLD, "a number of milliseconds");
    }
    checkPush();
  }

  private void checkPush() {
    Integer millis = number(value(Key.METRIC_EXPORT_INTERVAL), 1, Integer.MAX_VALUE);
    if (millis == null) {
      reject(Key.METRIC_EXPORT_INTERVAL, "a number of milliseconds");
    }
    for (Key key : new Key[] {Key.OTLP_ENDPOINT, Key.OTLP_METRICS_ENDPOINT}) {
      if (!value(key).isEmpty() && !value(key).matches("https?://.+")) {
        problems.add(key.written() + " does not begin with http:// or https://, nothing is pushed");
        values.put(key, "");
      }
    }
  }

  private void reject(Key key, String want) {
    problems.add(
        key.written()
            + "="
            + shown(value(key))
            + " is not "
            + want
            + ", "
            + key.standard()
            + " holds");
    values.put(key, key.standard());
  }

  private static String shown(String text) {
    String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
    return "\"" + (plain.length() > SHOWN ? plain.substring(0, SHOWN) + "..." : plain) + "\"";
  }

  private static @Nullable Integer port(String text) {
    return number(text, 0, HIGHEST_PORT);
  }

  private static @Nullable Integer number(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      return number >= least && number <= most ? number : null;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  private String value(Key key) {
    String value = values.get(key);
    return value == null ? key.standard() : value;
  }

  /** Whether hooks measure from the start. */
  public boolean enabled() {
    return value(Key.ENABLED).equals("true");
  }

  /** The address to listen on. */
  public String host() {
    return value(Key.HOST);
  }

  /** The first port to try; 0 lets the system choose. */
  public int port() {
    Integer port = port(value(Key.PORT));
    return port == null ? 0 : port;
  }

  /** The file whose existence switches the hooks off; empty for none. */
  public String killSwitch() {
    return value(Key.KILL_SWITCH);
  }

  /**
   * The beginnings of Redis keys, e.g. {@code session:;cart:}, of which hits and misses are told
   * apart; at most 16.
   */
  public List<String> redisPrefixes() {
    List<String> all = prefixes();
    return all.subList(0, Math.min(MOST_PREFIXES, all.size()));
  }

  private List<String> prefixes() {
    List<String> all = new ArrayList<>();
    for (String prefix : value(Key.REDIS_PREFIXES).split(";", -1)) {
      if (!prefix.trim().isEmpty()) {
        all.add(prefix.trim());
      }
    }
    return all;
  }

  /** Milliseconds after which a hold is suspected to be a leak; 0 if none is. */
  public int leakMillis() {
    Integer millis = number(value(Key.LEAK_THRESHOLD), 0, Integer.MAX_VALUE);
    return millis == null ? 0 : millis;
  }

  /** The service's name, as OpenTelemetry would call it. */
  public String serviceName() {
    String name = value(Key.SERVICE_NAME);
    String attribute = attributes().get("service.name");
    return !name.isEmpty() ? name : attribute != null ? attribute : "unknown_service:java";
  }

  /** OpenTelemetry's resource attributes: {@code deployment.environment=test,…}. */
  public Map<String, String> attributes() {
    return pairs(Key.RESOURCE_ATTRIBUTES);
  }

  private Map<String, String> pairs(Key key) {
    Map<String, String> pairs = new TreeMap<>();
    for (String pair : value(key).split(",", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        pairs.put(pair.substring(0, at).trim(), pair.substring(at + 1).trim());
      }
    }
    return pairs;
  }

  /** Where OTLP requests go, e.g. {@code http://collector:4318/v1/metrics}; empty for nowhere. */
  public String pushEndpoint() {
    String whole = value(Key.OTLP_METRICS_ENDPOINT);
    String root = value(Key.OTLP_ENDPOINT);
    if (!("," + value(Key.METRICS_EXPORTER).replace(" ", "") + ",").contains(",otlp,")) {
      return "";
    }
    return !whole.isEmpty() || root.isEmpty()
        ? whole
        : root + (root.endsWith("/") ? "v1/metrics" : "/v1/metrics");
  }

  /** Milliseconds between pushes. */
  public int pushMillis() {
    Integer millis = number(value(Key.METRIC_EXPORT_INTERVAL), 1, Integer.MAX_VALUE);
    return millis == null ? 60_000 : millis;
  }

  /** What to send along with each push, such as a key of the collector's; never shown. */
  public Map<String, String> pushHeaders() {
    Map<String, String> headers = pairs(Key.OTLP_HEADERS);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      header.setValue(decoded(header.getValue()));
    }
    return headers;
  }

  /** Values may be percent-encoded; what is not stays as it is. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), "UTF-8");
    } catch (UnsupportedEncodingException | IllegalArgumentException notEncoded) {
      return value;
    }
  }

  /** What was not understood, all of it; empty if everything was. */
  public List<String> problems() {
    return Collections.unmodifiableList(problems);
  }
}
