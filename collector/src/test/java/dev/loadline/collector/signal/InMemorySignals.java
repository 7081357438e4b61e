package dev.loadline.collector.signal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Signals without a disk, for tests of those who read them. */
public final class InMemorySignals implements SignalReader {
  private final Map<Series, NavigableMap<Long, Double>> lines = new HashMap<>();

  public synchronized void add(Sample sample) {
    lines
        .computeIfAbsent(sample.series(), unused -> new TreeMap<>())
        .putIfAbsent(sample.epochMillis(), sample.value());
  }

  @Override
  public synchronized SortedSet<String> services() {
    return lines.keySet().stream()
        .map(Series::service)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public synchronized List<Series> series(String service) {
    return lines.keySet().stream().filter(series -> series.service().equals(service)).toList();
  }

  @Override
  public synchronized List<Line> read(String service, Instant from, Instant to) {
    return series(service).stream()
        .map(series -> line(series, from.toEpochMilli(), to.toEpochMilli()))
        .filter(line -> line.size() > 0)
        .toList();
  }

  private Line line(Series series, long from, long to) {
    Map<Long, Double> range = lines.getOrDefault(series, new TreeMap<>()).subMap(from, to);
    return new Line(
        series,
        range.keySet().stream().mapToLong(Long::longValue).toArray(),
        range.values().stream().mapToDouble(Double::doubleValue).toArray());
  }
}
