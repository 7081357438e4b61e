package dev.loadline.collector.catalogue;

import dev.loadline.collector.yaml.Default;
import dev.loadline.collector.yaml.Located;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One exporter: a YAML file of the catalogue.
 *
 * <p><b>Names</b> are compared without regard to case, with dots as underscores, and counters with
 * or without {@code _total}; what is written exactly comes first. An entry with a {@code unit} is
 * written without it and is found with any unit of the same kind, the name's word counting, and
 * bare, the table's word counting: {@code db.client.connections.wait_time: {unit: milliseconds, …}}
 * is {@code db_client_connections_wait_time_milliseconds}, {@code …_seconds} and the name itself.
 * Of a name's points some can be meant: {@code usage{state=used}}, {@code {state=a|b}}, {@code
 * {uri=/actuator*}}, {@code {area!=heap}}, {@code {id=*}}; within a table the key with more
 * conditions is asked first. A name may have labels inside, {@code {pool}_pool_ActiveConnections}.
 *
 * <p><b>Lines</b> that fall together are added up where {@code sum} says so, and where they have a
 * label {@code pid} or {@code instance} and are no shares: workers add up.
 *
 * <p><b>Several tables</b>: of a name that several have, the highest {@code priority} whose labels
 * fit decides; of a signal of one resource that several publish, the highest priority speaks and
 * the others are dropped as superseded, never added. Two of one priority with one key are refused.
 *
 * <pre>{@code
 * exporter: vertx
 * sensor: vertx
 * priority: 40
 * metrics:
 *   vertx_pool_in_use: {signal: in_use, resource: "pool/{pool_name|pool_type}"}
 * derived:
 *   - {signal: limit, resource: "pool/{pool_name|pool_type}", formula: vertx_pool_in_use / vertx_pool_ratio, whole: true}
 * ignored:
 *   vertx_pool_ratio: the limit is computed from it
 * }</pre>
 *
 * @param sensor who measures; becomes the sensor of every series
 * @param priority of two tables that see the same, the higher one speaks; built-in ones have 10 to
 *     100
 * @param needs a name, or with {@code *} the beginning of one, that has to be in the exposition for
 *     the table to count at all; one of these is enough
 * @param prefix what the names begin with unless users chose another word, {@code redis_}; another
 *     one is taken for it where all names of the {@code signature} stand behind it
 * @param signature names without the prefix
 * @param family tables of one family may see the same thing under different names: where each has
 *     exactly one of a kind, and both limit and number in use agree, it is one resource
 * @param aliases resources by names that they do not go by: {@code pool/dataSource: pool/orders}
 * @param labels which labels a series keeps, and as what
 * @param metrics published names and what they mean
 * @param derived what is computed
 * @param ignored published names that give no signal, and why
 */
record Table(
    String exporter,
    String sensor,
    int priority,
    @Default("[]") List<String> needs,
    @Default("''") String prefix,
    @Default("[]") List<String> signature,
    @Nullable String family,
    @Default("{}") Map<String, ResourceName> aliases,
    @Default("{}") Map<String, String> labels,
    @Default("{}") Map<String, Located<Entry>> metrics,
    @Default("[]") List<Located<Derived>> derived,
    @Default("{}") Map<String, Located<String>> ignored) {

  Table {
    metrics.keySet().stream()
        .filter(ignored::containsKey)
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(name + " is both a metric and ignored");
            });
    aliases.keySet().forEach(ResourceName::parse);
  }

  /** Exporters have one table each, which is what makes comparing cheap. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Table table && table.exporter.equals(exporter);
  }

  @Override
  public int hashCode() {
    return exporter.hashCode();
  }
}
