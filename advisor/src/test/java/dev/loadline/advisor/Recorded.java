package dev.loadline.advisor;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.signal.Signal;
import dev.loadline.collector.signal.SignalReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongToDoubleFunction;

/** Signals of one service that were written down beforehand, every two seconds. */
public final class Recorded implements SignalReader {
  public static final String SERVICE = "orders";

  private final Map<Series, LongToDoubleFunction> lines = new LinkedHashMap<>();
  private final long seconds;
  private final Instant start;

  public Recorded(long seconds) {
    this(seconds, Instant.parse("2027-01-04T10:00:00Z"));
  }

  private Recorded(long seconds, Instant start) {
    this.seconds = seconds;
    this.start = start;
  }

  /** The same lines, the last of which was read just now. */
  public Recorded untilNow() {
    Recorded shifted = new Recorded(seconds, Instant.now().minusSeconds(seconds));
    shifted.lines.putAll(lines);
    return shifted;
  }

  public Instant end() {
    return start.plusSeconds(seconds);
  }

  public Recorded line(
      String sensor, String resource, Signal signal, LongToDoubleFunction bySecond) {
    return line(sensor, resource, signal, Part.VALUE, Map.of(), bySecond);
  }

  public Recorded line(
      String sensor,
      String resource,
      Signal signal,
      Part part,
      Map<String, String> labels,
      LongToDoubleFunction bySecond) {
    Series series =
        new Series(
            SERVICE,
            "10.0.0.7:9464",
            sensor,
            Resource.parse(resource),
            signal,
            part,
            new TreeMap<>(labels));
    lines.put(series, bySecond);
    return this;
  }

  /**
   * A pool of 15 whose connections are held for 0.1 s by each of {@code rate} requests a second.
   */
  public static Recorded pool(long seconds, double rate) {
    return new Recorded(seconds)
        .line("agent", "requests/http", Signal.HOLD, Part.COUNT, Map.of(), s -> rate * s)
        .line("agent", "requests/http", Signal.HOLD, Part.SUM, Map.of(), s -> rate * s * 0.105)
        .line("agent", "pool/orders-db", Signal.LIMIT, s -> 15)
        .line("agent", "pool/orders-db", Signal.IN_USE_SECONDS, s -> rate * s * 0.1)
        .line(
            "agent",
            "pool/orders-db",
            Signal.IN_USE_SQUARED_SECONDS,
            s -> s * (rate * 0.1 + rate * 0.1 * rate * 0.1))
        .line("agent", "pool/orders-db", Signal.HOLD, Part.SUM, Map.of(), s -> rate * s * 0.098);
  }

  @Override
  public SortedSet<String> services() {
    return new TreeSet<>(List.of(SERVICE));
  }

  @Override
  public List<Series> series(String service) {
    return List.copyOf(lines.keySet());
  }

  @Override
  public List<Line> read(String service, Instant from, Instant to) {
    List<Line> read = new ArrayList<>();
    if (!service.equals(SERVICE)) {
      return read;
    }
    lines.forEach(
        (series, value) -> {
          Line line = line(series, value, from, to);
          if (line.size() > 0) {
            read.add(line);
          }
        });
    return read;
  }

  private Line line(Series series, LongToDoubleFunction value, Instant from, Instant to) {
    List<Long> at = new ArrayList<>();
    for (long second = 0; second <= seconds; second += 2) {
      Instant time = start.plusSeconds(second);
      if (!time.isBefore(from) && time.isBefore(to)) {
        at.add(second);
      }
    }
    return new Line(
        series,
        at.stream().mapToLong(second -> start.plusSeconds(second).toEpochMilli()).toArray(),
        at.stream().mapToDouble(value::applyAsDouble).toArray());
  }
}
