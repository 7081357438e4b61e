package dev.loadline.collector.prometheus;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.store.SignalStore;
import dev.loadline.collector.store.SignalWriter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signals in a Prometheus or a VictoriaMetrics: written by remote write, read by PromQL. How long
 * they are kept is its own affair.
 */
public final class PrometheusSignals implements SignalStore {
  /** Not 0, which VictoriaMetrics takes for the last minutes. */
  private static final String BEGINNING = "0.001";

  private static final Logger LOG = LoggerFactory.getLogger(PrometheusSignals.class);
  private static final long LOOK_UP_MILLIS = 30_000;
  private static final long DAY = 86_400_000;
  private static final int MOST_WINDOWS = 64;
  private static final long AHEAD = 3_600_000;

  private final PromQl promQl;
  private final RemoteWriter writer;
  private final InstantSource clock;
  private final Set<String> services = ConcurrentHashMap.newKeySet();
  private final Timer lookUps = new Timer("loadline-services", true);

  public PrometheusSignals(PrometheusSettings settings, MeterRegistry meters, InstantSource clock) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    this.promQl = new PromQl(client, settings);
    this.writer = new RemoteWriter(client, settings, meters);
    this.clock = clock;
    lookUpServices();
    lookUps.schedule(
        new TimerTask() {
          @Override
          public void run() {
            lookUpServices();
          }
        },
        LOOK_UP_MILLIS,
        LOOK_UP_MILLIS);
  }

  /** Those that were written by this process, and those that Prometheus had half a minute ago. */
  @Override
  public SortedSet<String> services() {
    return new TreeSet<>(services);
  }

  private void lookUpServices() {
    try {
      promQl
          .list("/api/v1/label/service/values", "match[]", all(), "start", BEGINNING, "end", end())
          .forEach(service -> services.add(service.toString()));
    } catch (RuntimeException e) {
      LOG.warn("what services there are is not known anew: {}", e.getMessage());
    }
  }

  @Override
  public List<Series> series(String service) {
    List<Series> series = new ArrayList<>();
    promQl
        .list("/api/v1/series", "match[]", of(service), "start", BEGINNING, "end", end())
        .forEach(labels -> series((JsonObject) labels).ifPresent(series::add));
    return series;
  }

  /** In several questions where the time is long, so that no answer is endless. */
  @Override
  public List<Line> read(String service, Instant from, Instant to) {
    long first = Math.max(0, epochMillis(from));
    long end = Math.min(epochMillis(to), clock.millis() + AHEAD);
    long window = Math.max(DAY, (end - first) / MOST_WINDOWS + 1);
    Map<Series, SortedMap<Long, Double>> lines = new LinkedHashMap<>();
    for (long start = first; start < end; start += window) {
      read(service, start, Math.min(end, start + window), lines);
    }
    return lines.entrySet().stream().map(line -> line(line.getKey(), line.getValue())).toList();
  }

  private void read(
      String service, long from, long to, Map<Series, SortedMap<Long, Double>> lines) {
    for (Object each : promQl.raw(of(service), to - 1, to - from)) {
      JsonObject result = (JsonObject) each;
      JsonArray values = result.getJsonArray("values", new JsonArray());
      series(result.getJsonObject("metric"))
          .ifPresent(
              series -> {
                for (Object value : values) {
                  add((JsonArray) value, from, to, lines, series);
                }
              });
    }
  }

  private static void add(
      JsonArray value,
      long from,
      long to,
      Map<Series, SortedMap<Long, Double>> lines,
      Series series) {
    long time = Math.round(value.getDouble(0) * 1_000);
    double number = Double.parseDouble(value.getString(1));
    if (time >= from && time < to && Double.isFinite(number)) {
      lines.computeIfAbsent(series, unused -> new TreeMap<>()).putIfAbsent(time, number);
    }
  }

  private static Line line(Series series, SortedMap<Long, Double> samples) {
    return new Line(
        series,
        samples.keySet().stream().mapToLong(Long::longValue).toArray(),
        samples.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Optional<Series> series(JsonObject metric) {
    Map<String, String> labels = new HashMap<>();
    metric.forEach(label -> labels.put(label.getKey(), label.getValue().toString()));
    return SeriesLabels.read(labels);
  }

  private static String all() {
    return "{__name__=~" + PromQl.quoted(SeriesLabels.PREFIX + ".+") + "}";
  }

  private static String of(String service) {
    return "{__name__=~"
        + PromQl.quoted(SeriesLabels.PREFIX + ".+")
        + ",service="
        + PromQl.quoted(service)
        + "}";
  }

  private String end() {
    return PromQl.seconds(clock.millis() + AHEAD);
  }

  private static long epochMillis(Instant time) {
    try {
      return time.toEpochMilli();
    } catch (ArithmeticException e) {
      return time.isAfter(Instant.EPOCH) ? Long.MAX_VALUE : Long.MIN_VALUE;
    }
  }

  /** Completes when Prometheus said that it has them. */
  @Override
  public CompletableFuture<Void> write(List<Sample> samples) {
    samples.forEach(sample -> services.add(sample.series().service()));
    return writer.write(samples);
  }

  /** Completes when they wait their turn, which goes on while Prometheus does not answer. */
  @Override
  public SignalWriter hurried() {
    return samples -> {
      CompletableFuture<Void> written = write(samples);
      return written.isCompletedExceptionally() ? written : CompletableFuture.completedFuture(null);
    };
  }

  @Override
  public CompletableFuture<Void> expire(Instant before) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void close() {
    lookUps.cancel();
    writer.close();
  }
}
