package dev.loadline.collector.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms of an exposition. */
public enum Format {
  /** Prometheus text 0.0.4: timestamps are milliseconds, no end mark. */
  TEXT,
  /** OpenMetrics 1.0: timestamps are seconds, exemplars, ends with {@code # EOF}. */
  OPEN_METRICS,
  /** Messages {@code io.prometheus.client.MetricFamily}, each after its length. */
  PROTOBUF;

  private static final String END_MARK = "# EOF";

  /** What a scrape asks for: OpenMetrics first, since its end mark shows a cut answer. */
  public static final String ACCEPT =
      "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

  /** The dialect of a text of which nothing else is known: only OpenMetrics has an end mark. */
  public static Format of(byte[] body) {
    int start = Math.max(0, body.length - END_MARK.length() - 2);
    String end = new String(body, start, body.length - start, StandardCharsets.ISO_8859_1);
    return end.stripTrailing().endsWith(END_MARK) ? OPEN_METRICS : TEXT;
  }

  /** The form that a Content-Type names; a server that names none speaks {@link #TEXT}. */
  public static Format of(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (type.startsWith("application/openmetrics-text")) {
      return OPEN_METRICS;
    }
    return type.startsWith("application/vnd.google.protobuf") ? PROTOBUF : TEXT;
  }
}
