package dev.loadline.collector.catalogue;

import dev.loadline.collector.exposition.Point;
import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.signal.Signal;
import dev.loadline.collector.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows what the metrics of many exporters mean. A pure function of its tables and of what was
 * published: no clock, no files.
 *
 * <p>{@code hikaricp_connections_max{pool="orders"} 15} is the limit 15 of {@code pool/orders}.
 */
public final class Catalogue {
  private final Map<String, List<Meaning>> meanings = new HashMap<>();

  private Catalogue(List<Table> tables) {
    tables.stream()
        .sorted(Comparator.comparingInt(Table::priority).reversed().thenComparing(Table::exporter))
        .forEach(this::add);
  }

  /**
   * @param texts the tables' YAML by their file names
   * @throws dev.loadline.collector.yaml.ProblemsException for a table that is not well formed
   */
  public static Catalogue of(Map<String, String> texts) {
    return new Catalogue(
        texts.entrySet().stream()
            .map(text -> YamlDocument.parse(text.getKey(), text.getValue()).bind(Table.class))
            .toList());
  }

  /**
   * @param points one exposition
   * @param scraped milliseconds since 1970 UTC, for points without a time of their own
   */
  public Recognition recognise(List<Point> points, String service, String instance, long scraped) {
    Recogniser recogniser = new Recogniser(service, instance, scraped);
    for (Point point : points) {
      String name = folded(point.name());
      recogniser.add(point, name, meanings.getOrDefault(name, List.of()));
    }
    return recogniser.result(this::isCompanion);
  }

  /**
   * Whether {@link #recognise} looks at every point of this name; of any other the first one is
   * enough, since nothing but its name decides.
   */
  public boolean wants(String name) {
    return meanings.getOrDefault(folded(name), List.of()).stream()
        .anyMatch(meaning -> meaning.entry() != null);
  }

  /** OpenMetrics gives every counter and histogram that we know a {@code _created} line. */
  private boolean isCompanion(String name) {
    if (!name.endsWith("_created")) {
      return false;
    }
    String stem = name.substring(0, name.length() - "_created".length());
    return meanings.containsKey(stem)
        || meanings.containsKey(stem + "_total")
        || meanings.containsKey(stem + "_count");
  }

  /** Dots as Prometheus 2 prints them: {@code db.client.connection.count} with underscores. */
  static String folded(String name) {
    return name.replace('.', '_');
  }

  private void add(Table table) {
    table.metrics().forEach((name, entry) -> add(table, name, entry));
    table
        .ignored()
        .forEach(
            (name, reason) -> {
              Meaning none = Meaning.none(table, reason);
              put(name, none);
              put(name + "_count", none);
              put(name + "_sum", none);
              put(name + "_bucket", none);
            });
  }

  private void add(Table table, String name, Entry entry) {
    if (entry.signal().signal().type() != Signal.Type.HISTOGRAM) {
      put(name, Meaning.of(table, Part.VALUE, entry));
      return;
    }
    put(name + "_count", Meaning.of(table, Part.COUNT, entry));
    put(name + "_sum", Meaning.of(table, Part.SUM, entry));
    put(name + "_bucket", Meaning.of(table, Part.BUCKET, entry));
    put(name, Meaning.none(table, "quantiles of a summary cannot be added up"));
  }

  private void put(String name, Meaning meaning) {
    meanings.computeIfAbsent(name, unused -> new ArrayList<>()).add(meaning);
  }
}
