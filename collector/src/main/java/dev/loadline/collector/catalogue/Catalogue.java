package dev.loadline.collector.catalogue;

import dev.loadline.collector.exposition.Point;
import dev.loadline.collector.yaml.Nearest;
import dev.loadline.collector.yaml.Problem;
import dev.loadline.collector.yaml.ProblemsException;
import dev.loadline.collector.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Knows what the metrics of many exporters mean. A pure function of its tables and of what was
 * published: no clock, no files.
 *
 * <p>{@code hikaricp_connections_max{pool="orders"} 15} is the limit 15 of {@code pool/orders}.
 */
public final class Catalogue {
  private final Index index;
  private final Lookups lookups;

  private Catalogue(List<Table> tables) {
    this.index = IndexBuilder.build(tables);
    this.lookups = new Lookups(index);
  }

  /**
   * @param texts the tables' YAML by their file names
   * @throws ProblemsException with all that is wrong in any table, and where two tables claim the
   *     same with one priority
   */
  public static Catalogue of(Map<String, String> texts) {
    List<Table> tables = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    texts.forEach(
        (name, text) -> {
          try {
            YamlDocument document = YamlDocument.parse(name, text);
            Table table = document.bind(Table.class);
            if (tables.contains(table)) {
              problems.add(twice(name, document.lineOf("exporter"), table));
            }
            tables.add(table);
          } catch (ProblemsException e) {
            problems.addAll(e.problems());
          }
        });
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new Catalogue(tables);
  }

  private static Problem twice(String file, int line, Table table) {
    return new Problem(
        file,
        line,
        1,
        "exporter",
        "another table is called '%s' already; choose another name, and a higher priority to override it"
            .formatted(table.exporter()));
  }

  /**
   * @param points one exposition
   * @param scraped milliseconds since 1970 UTC, for points without a time of their own
   */
  public Recognition recognise(List<Point> points, String service, String instance, long scraped) {
    Lookup lookup = lookups.of(points);
    Recogniser recogniser =
        new Recogniser(service, instance, scraped, lookup, lookups.memory(service, instance));
    points.forEach(recogniser::add);
    recogniser.derive();
    Links links = Links.of(recogniser.readings(), lookup.active());
    List<Reading> readings = Precedence.settle(links.applied(), recogniser.dropped);
    return new Recognition(
        readings, recogniser.unrecognised, new ArrayList<>(recogniser.dropped), links.notes());
  }

  /**
   * Whether {@link #recognise} looks at every point of this name; of any other the first one is
   * enough, since nothing but its name decides.
   */
  public boolean wants(String name) {
    return lookups.wants(name);
  }

  /** The known name that a stranger's resembles most, with its exporter, if any is near. */
  public Optional<String> nearest(String name) {
    return Nearest.to(Names.folded(name), index.names())
        .map(near -> near + " of " + index.named(near).get(0).table().exporter());
  }
}
