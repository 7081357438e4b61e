package dev.loadline.agent.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The settings by name, with what they are where nobody says anything. */
enum Key {
  ENABLED("true", null),
  HOST("127.0.0.1", "OTEL_EXPORTER_PROMETHEUS_HOST"),
  PORT("9464", "OTEL_EXPORTER_PROMETHEUS_PORT"),
  KILL_SWITCH("", null),
  REDIS_PREFIXES("", null),
  LEAK_THRESHOLD("0", null),
  SERVICE_NAME("", "OTEL_SERVICE_NAME"),
  RESOURCE_ATTRIBUTES("", "OTEL_RESOURCE_ATTRIBUTES"),
  OTLP_ENDPOINT("", "OTEL_EXPORTER_OTLP_ENDPOINT"),
  OTLP_METRICS_ENDPOINT("", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"),
  OTLP_HEADERS("", "OTEL_EXPORTER_OTLP_HEADERS"),
  METRICS_EXPORTER("otlp", "OTEL_METRICS_EXPORTER"),
  METRIC_EXPORT_INTERVAL("60000", "OTEL_METRIC_EXPORT_INTERVAL");

  private final String standard;
  private final @Nullable String foreign;

  Key(String standard, @Nullable String foreign) {
    this.standard = standard;
    this.foreign = foreign;
  }

  /** The value that holds where none is given. */
  String standard() {
    return standard;
  }

  /** As it is written in arguments and, after {@code loadline.}, in system properties. */
  String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** From the system properties, else the environment, else OpenTelemetry's variable. */
  @Nullable String find(Lookup properties, Lookup environment) {
    String value = properties.get("loadline." + written());
    value = value == null ? environment.get("LOADLINE_" + name()) : value;
    return value == null && foreign != null ? environment.get(foreign) : value;
  }

  static @Nullable Key of(String written) {
    for (Key key : values()) {
      if (key.written().equals(written)) {
        return key;
      }
    }
    return null;
  }

  /** The key that takes the fewest edits to reach. */
  static Key nearest(String written) {
    Key nearest = ENABLED;
    for (Key key : values()) {
      if (edits(written, key.written()) < edits(written, nearest.written())) {
        nearest = key;
      }
    }
    return nearest;
  }

  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int swap = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(swap, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
