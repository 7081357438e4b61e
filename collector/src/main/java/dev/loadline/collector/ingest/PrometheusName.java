package dev.loadline.collector.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * OpenTelemetry's names in Prometheus' form: {@code jvm.cpu.time}, a counter in {@code s}, is
 * {@code jvm_cpu_time_seconds_total}.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/">OpenTelemetry,
 *     Prometheus compatibility</a>
 */
final class PrometheusName {
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("d", "days"),
          Map.entry("h", "hours"),
          Map.entry("min", "minutes"),
          Map.entry("s", "seconds"),
          Map.entry("ms", "milliseconds"),
          Map.entry("us", "microseconds"),
          Map.entry("ns", "nanoseconds"),
          Map.entry("By", "bytes"),
          Map.entry("KiBy", "kibibytes"),
          Map.entry("MiBy", "mebibytes"),
          Map.entry("GiBy", "gibibytes"),
          Map.entry("TiBy", "tibibytes"),
          Map.entry("KBy", "kilobytes"),
          Map.entry("MBy", "megabytes"),
          Map.entry("GBy", "gigabytes"),
          Map.entry("TBy", "terabytes"),
          Map.entry("m", "meters"),
          Map.entry("V", "volts"),
          Map.entry("A", "amperes"),
          Map.entry("J", "joules"),
          Map.entry("W", "watts"),
          Map.entry("g", "grams"),
          Map.entry("Cel", "celsius"),
          Map.entry("Hz", "hertz"),
          Map.entry("%", "percent"));
  private static final Map<String, String> PER =
      Map.of(
          "s", "second", "min", "minute", "h", "hour", "d", "day", "w", "week", "mo", "month", "y",
          "year");

  private PrometheusName() {}

  /** What a metric is, as far as its name depends on it. */
  enum Kind {
    COUNTER,
    GAUGE,
    OTHER
  }

  static String of(String name, String unit, Kind kind) {
    List<String> words = words(name);
    String[] parts = unit.split("/", 2);
    append(words, main(parts[0].strip()));
    if (parts.length == 2) {
      String per = per(parts[1].strip());
      append(words, per.isEmpty() || words.contains(per) ? "" : "per_" + per);
    }
    if (kind == Kind.GAUGE && unit.equals("1")) {
      append(words, "ratio");
    }
    if (kind == Kind.COUNTER) {
      words.removeIf("total"::equals);
      words.add("total");
    }
    String joined = String.join("_", words);
    return joined.isEmpty() || Character.isDigit(joined.charAt(0)) ? "_" + joined : joined;
  }

  static String label(String name) {
    String label = name.replaceAll("[^A-Za-z0-9_]", "_");
    return label.isEmpty() || Character.isDigit(label.charAt(0)) ? "key_" + label : label;
  }

  private static List<String> words(String name) {
    return new ArrayList<>(
        Arrays.stream(name.split("[^A-Za-z0-9:]+")).filter(word -> !word.isEmpty()).toList());
  }

  private static void append(List<String> words, String suffix) {
    if (!suffix.isEmpty() && !words.contains(suffix)) {
      words.add(suffix);
    }
  }

  private static String main(String unit) {
    return unit.contains("{") || unit.equals("1") ? "" : plain(UNITS.getOrDefault(unit, unit));
  }

  private static String per(String unit) {
    return unit.contains("{") ? "" : plain(PER.getOrDefault(unit, unit));
  }

  private static String plain(String unit) {
    return String.join("_", words(unit));
  }
}
