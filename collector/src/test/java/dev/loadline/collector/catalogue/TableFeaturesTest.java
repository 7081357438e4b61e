package dev.loadline.collector.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadline.collector.exposition.Exposition;
import dev.loadline.collector.exposition.Format;
import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.exposition.MalformedException;
import dev.loadline.collector.signal.Series;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tables can say, a feature each. */
class TableFeaturesTest {

  @ParameterizedTest
  @CsvSource({
    "db_client_wait_milliseconds_sum,2",
    "db_client_wait_seconds_sum,2000",
    "db_client_wait_sum,2",
    "db_client_wait_microseconds_sum,0.002"
  })
  void theNamesUnitCountsAndWhereItHasNoneTheTables(String name, double seconds) {
    assertThat(
            read(
                "metrics: {db.client.wait: {signal: wait, resource: pool/db, unit: milliseconds}}",
                name + " 2000"))
        .containsExactly("pool/db wait SUM " + seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeouts", "timeouts_total", "{\"Timeouts.Total\"}", "{\"timeouts\"}"})
  void countersHaveATotalOrNot(String name) {
    assertThat(
            read("metrics: {timeouts_total: {signal: timeouts, resource: pool/db}}", name + " 3"))
        .containsExactly("pool/db timeouts VALUE 3.0");
  }

  @Test
  void aNameThatIsWrittenExactlyComesBeforeOneThatLacksItsTotal() {
    assertThat(
            read(
                """
                metrics:
                  handles_total: {signal: acquired, resource: pool/all}
                  handles: {signal: in_use, resource: "pool/{type}"}
                """,
                "handles{type=\"a\"} 1\nhandles_total 7"))
        .containsExactly("pool/a in_use VALUE 1.0", "pool/all acquired VALUE 7.0");
  }

  @Test
  void aStateSaysWhichSignalItIs() {
    Recognition recognition =
        recognise(
            """
            metrics:
              usage{state=used|busy}: {signal: in_use, resource: "pool/{pool}"}
            ignored:
              usage{state=idle}: "not a signal: idle"
            """,
            """
            usage{pool="a",state="used"} 3
            usage{pool="a",state="idle"} 7
            usage{pool="b",state="busy"} 1
            usage{pool="b",state="odd"} 1
            """);

    assertThat(lines(recognition))
        .containsExactly("pool/a in_use VALUE 3.0", "pool/b in_use VALUE 1.0");
    assertThat(recognition.dropped())
        .containsExactly(
            new Dropped("usage", "not a signal: idle"),
            new Dropped("usage", "its labels are not those of t0"));
  }

  @Test
  void conditionsCanExcludeAndTakeBeginnings() {
    assertThat(
            lines(
                recognise(
                    """
                    metrics:
                      requests{area!=ops}: {signal: acquired, resource: requests/http, sum: true}
                    ignored:
                      requests{uri=/actuator*}: the scrapes themselves
                    """,
                    """
                    requests{uri="/a"} 3
                    requests{uri="/b",area="ops"} 5
                    requests{uri="/actuator/health"} 9
                    requests{uri="/c"} 4
                    """)))
        .containsExactly("requests/http acquired VALUE 7.0");
  }

  @Test
  void aResourceInsideTheNameKeepsItsLetters() {
    assertThat(
            read(
                """
                metrics:
                  "{pool}_pool_ActiveConnections": {signal: in_use, resource: "pool/{pool}"}
                  "bean_{domain}_type_{pool}_max": {signal: limit, resource: "pool/{domain}.{pool}"}
                """,
                "Orders_pool_ActiveConnections 3\nbean_x_type_Y_max 9\n_pool_ActiveConnections 1"))
        .containsExactly("pool/Orders in_use VALUE 3.0", "pool/x.Y limit VALUE 9.0");
  }

  @Test
  void theFirstLabelThatIsThereNamesTheResourceOrAWordDoes() {
    assertThat(
            read(
                "metrics: {used: {signal: in_use, resource: \"pool/{name|type|=default}\"}}",
                "used{type=\"sql\"} 1\nused{type=\"sql\",name=\"orders\"} 2\nused 3"))
        .containsExactly(
            "pool/sql in_use VALUE 1.0",
            "pool/orders in_use VALUE 2.0",
            "pool/default in_use VALUE 3.0");
  }

  @Test
  void anotherPrefixIsTakenForTheUsualOneByItsSignature() {
    String table =
        """
        prefix: redis_
        signature: [clients, memory]
        metrics:
          redis_clients: {signal: in_use, resource: server-connections/redis}
          redis_misses_total: {signal: misses, resource: cache/redis}
        ignored: {redis_memory: not here}
        """;

    assertThat(read(table, "cache_clients 3\ncache_memory 1\ncache_misses_total 4"))
        .containsExactly(
            "server-connections/redis in_use VALUE 3.0", "cache/redis misses VALUE 4.0");
    assertThat(recognise(table, "cache_clients 3").unrecognised()).containsExactly("cache_clients");
  }

  @Test
  void aTableCountsOnlyInTheCompanyThatItNeeds() {
    String table = "needs: [ours_*]\nmetrics: {up: {signal: limit, resource: pool/a}}";

    assertThat(read(table, "up 1\nours_version 1")).containsExactly("pool/a limit VALUE 1.0");
    assertThat(recognise(table, "up 1").unrecognised()).containsExactly("up");
  }

  @Test
  void workersAddUpAndSharesDoNot() {
    String table =
        """
        metrics:
          out: {signal: in_use, resource: pool/db}
          share: {signal: utilisation, resource: cpu/process}
        """;

    assertThat(
            read(
                table,
                """
                out{pid="1"} 3
                out{pid="2"} 4
                share{pid="1"} 0.5
                share{pid="2"} 0.75
                """))
        .containsExactly("pool/db in_use VALUE 7.0", "cpu/process utilisation VALUE 0.5");
  }

  @Test
  void plainCountersCanBeTheCountAndTheSumOfAHistogram() {
    assertThat(
            read(
                """
                metrics:
                  wait_count_total: {signal: wait, part: count, resource: pool/db}
                  wait_time_total: {signal: wait, part: sum, resource: pool/db, unit: nanoseconds}
                """,
                "wait_count_total 4\nwait_time_seconds_total 2\n"))
        .containsExactly("pool/db wait COUNT 4.0", "pool/db wait SUM 2.0");
  }

  @ParameterizedTest
  @CsvSource({"0,true", "-1,true", "NaN,true", "2147483647,true", "9223372036854775807,true"})
  @CsvSource({"9223372036854771712,true", "2147483646,false", "1,false"})
  void spellingsOfNoLimit(String value, boolean none) {
    assertThat(read("metrics: {most: {signal: limit, resource: pool/db}}", "most " + value))
        .hasSize(none ? 0 : 1);
  }

  @Test
  void aTableHasSpellingsOfItsOwn() {
    String table = "metrics: {most: {signal: limit, resource: pool/db, unlimited: [99, nan]}}";

    assertThat(recognise(table, "most 99").dropped())
        .containsExactly(new Dropped("most", "means no limit"));
    assertThat(read(table, "most 0")).containsExactly("pool/db limit VALUE 0.0");
  }

  @Test
  void aLimitIsComputedFromWhatIsUsedAndTheShareThatItIs() {
    String table =
        """
        metrics: {used: {signal: in_use, resource: "pool/{type}"}}
        derived:
          - {signal: limit, resource: "pool/{type}", formula: used / ratio, whole: true}
        ignored: {ratio: the limit is computed from it}
        """;
    Recognition busy = recognise(table, "used{type=\"sql\"} 3\nratio{type=\"sql\"} 0.15");
    Recognition idle = recognise(table, "used{type=\"sql\"} 0\nratio{type=\"sql\"} 0");

    assertThat(lines(busy))
        .containsExactly("pool/sql in_use VALUE 3.0", "pool/sql limit VALUE 20.0");
    assertThat(busy.readings().get(1).from()).isEqualTo("used / ratio");
    assertThat(busy.readings().get(1).provenance()).isEqualTo(Provenance.DERIVED);
    assertThat(idle.dropped())
        .contains(new Dropped("used / ratio", "divides by 0, so that nothing is known now"));
  }

  @Test
  void theOverflowOfAPoolThatIsNotFullIsNegative() {
    String table =
        """
        derived:
          - {signal: limit, resource: pool/db, formula: size + most_overflow}
          - {signal: in_use, resource: pool/db, formula: "size + max(overflow, 0 - size) - in{state=idle}"}
        ignored: {size: x, most_overflow: x, overflow: x, "in{state=idle}": x}
        """;

    assertThat(read(table, "size 5\nmost_overflow 10\noverflow -3\nin{state=\"idle\"} 1"))
        .containsExactly("pool/db limit VALUE 15.0", "pool/db in_use VALUE 1.0");
  }

  @Test
  void whatIsPublishedIsNotComputed() {
    assertThat(
            read(
                """
                metrics: {most: {signal: limit, resource: pool/db}, used: {signal: in_use, resource: pool/db}}
                derived: [{signal: limit, resource: pool/db, formula: "7", of: used, provenance: default}]
                """,
                "most 9\nused 1"))
        .containsExactly("pool/db limit VALUE 9.0", "pool/db in_use VALUE 1.0");
  }

  @Test
  void aDefaultSaysThatItIsOne() {
    Recognition recognition =
        recognise(
            """
            metrics: {used: {signal: in_use, resource: pool/db}}
            derived: [{signal: limit, resource: pool/db, formula: "7", of: used, provenance: default}]
            """,
            "used 1");

    assertThat(recognition.readings().get(1).provenance()).isEqualTo(Provenance.DEFAULT);
  }

  private static final String ONE =
      """
      priority: 9
      family: jdbc
      metrics:
        one_max: {signal: limit, resource: "pool/{pool}"}
        one_used: {signal: in_use, resource: "pool/{pool}"}
      """;
  private static final String TWO = ONE.replace("one_", "two_").replace("9", "8");

  @Test
  void theSamePoolUnderTwoNamesIsOneAndNeverASum() {
    Recognition recognition =
        recognise(
            List.of(ONE, TWO),
            "two_max{pool=\"a\"} 10\none_max{pool=\"a\"} 10\ntwo_used{pool=\"a\"} 2");

    assertThat(lines(recognition))
        .containsExactly("pool/a limit VALUE 10.0", "pool/a in_use VALUE 2.0");
    assertThat(recognition.dropped())
        .containsExactly(new Dropped("two_max", "superseded by one_max"));
  }

  @Test
  void twoNamesAreLinkedWhereThereIsOneOfEachAndTheyAgree() {
    Recognition recognition =
        recognise(
            List.of(ONE, TWO),
            """
            one_max{pool="orders-pool"} 10
            one_used{pool="orders-pool"} 3
            two_max{pool="orders"} 10
            two_used{pool="orders"} 3
            """);

    assertThat(lines(recognition))
        .containsExactly("pool/orders-pool limit VALUE 10.0", "pool/orders-pool in_use VALUE 3.0");
    assertThat(recognition.notes())
        .containsExactly(
            "pool/orders of t1 is taken for pool/orders-pool of t0: one each, with the same limit"
                + " and as many in use");
  }

  @Test
  void whatDoesNotAgreeStaysTwo() {
    Recognition recognition =
        recognise(
            List.of(ONE, TWO),
            """
            one_max{pool="orders-pool"} 10
            one_used{pool="orders-pool"} 3
            two_max{pool="orders"} 10
            two_used{pool="orders"} 2
            """);

    assertThat(lines(recognition)).hasSize(4);
    assertThat(recognition.notes())
        .containsExactly(
            "pool/orders-pool of t0 and pool/orders of t1 may be the same: limit and number in use"
                + " do not agree, so they stay two; aliases in a table can link them");
  }

  @Test
  void anAliasLinksWhateverTheNumbersSay() {
    assertThat(
            lines(
                recognise(
                    List.of(ONE, TWO + "aliases: {pool/orders: pool/orders-pool}\n"),
                    """
                    one_max{pool="orders-pool"} 10
                    two_used{pool="orders"} 2
                    """)))
        .containsExactly("pool/orders-pool limit VALUE 10.0", "pool/orders-pool in_use VALUE 2.0");
  }

  @Test
  void aNameThatHadToBeFoldedIsThatOfTheOnlyOneThatFoldsToIt() {
    assertThat(
            lines(
                recognise(
                    List.of(
                        ONE,
                        "metrics: {\"{pool}_waiters\": {signal: waiting, resource: \"pool/{pool}\"}}"),
                    "one_max{pool=\"orders-db\"} 10\norders_db_waiters 4\nstock_waiters 1")))
        .containsExactly(
            "pool/orders-db limit VALUE 10.0",
            "pool/orders-db waiting VALUE 4.0",
            "pool/stock waiting VALUE 1.0");
  }

  @Test
  void twoTablesOfOnePriorityCannotHaveTheSameName() {
    assertThatThrownBy(() -> catalogue(List.of(ONE, ONE.replace("family: jdbc", "family: other"))))
        .hasMessage(
            """
            t1:7: one_max is also at t0:7 with priority 9; give one of the tables another priority
            t1:8: one_used is also at t0:8 with priority 9; give one of the tables another priority""");
  }

  @Test
  void aFormulasSlipIsToldWithTheNearestKey() {
    assertThatThrownBy(
            () ->
                catalogue(
                    List.of(
                        """
                        derived:
                          - {signal: limit, resource: pool/a, formula: size + overflw}
                        ignored: {size: x, overflow: x}
                        """)))
        .hasMessage("t0:5: no key 'overflw' among metrics and ignored; did you mean 'overflow'?");
    assertThatThrownBy(
            () ->
                catalogue(
                    List.of("derived: [{signal: limit, resource: pool/a, formula: size +}]\n")))
        .hasMessage(
            "t0:4: 'size +' does not suit derived[0].formula: not a formula at letter 7; write a /"
                + " b, a + max(b, 0) or the like");
  }

  private static List<String> read(String table, String exposition) {
    return lines(recognise(table, exposition));
  }

  private static Recognition recognise(String table, String exposition) {
    return recognise(List.of(table), exposition);
  }

  private static Recognition recognise(List<String> tables, String exposition) {
    try {
      return catalogue(tables)
          .recognise(
              Exposition.parse(
                  (exposition.strip() + "\n").getBytes(StandardCharsets.UTF_8),
                  Format.TEXT,
                  Limits.STANDARD),
              "orders",
              "a:1",
              1_000);
    } catch (MalformedException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Catalogue catalogue(List<String> tables) {
    Map<String, String> texts = new TreeMap<>();
    for (String table : tables) {
      String name = "t" + texts.size();
      String priority = table.contains("priority:") ? "\n" : "priority: 5\n";
      texts.put(name, "exporter: " + name + "\nsensor: " + name + "\n" + priority + table);
    }
    return Catalogue.of(texts);
  }

  private static List<String> lines(Recognition recognition) {
    List<String> lines = new ArrayList<>();
    recognition
        .samples()
        .forEach(
            sample -> {
              Series series = sample.series();
              lines.add(
                  "%s %s %s %s"
                      .formatted(
                          series.resource(),
                          series.signal().label(),
                          series.part(),
                          sample.value()));
            });
    return lines;
  }
}
