package dev.loadline.advisor.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sentences, listings and tables say, each in one line; guesses are marked. */
class ReadingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6 × 45 = 300 req/s | 6 * 45 [requests/second]",
        "900 / 3 = 300 req/s | 900 [requests/second] / 3",
        "40 + 20 = 70 ms | 40 [milliseconds] + 20 [milliseconds]",
        "2 × 50 × 3 / 60 = 5 req/s | 2 * 50 * 3 [requests/second] / 60",
        "4 pods × 25 = 100 req/s | 4 * 25 [requests/second]",
        "5 × 12 = 60 connections | 5 * 12",
        "5 × 12 ms = 60 req/s | 5 * 12 [milliseconds]"
      })
  void aSumOfBareNumbersIsInTheUnitOfItsResult(String sum, String formula) {
    Fact fact = MarkdownImport.read("a.md", "# A\n\n- All: " + sum + "\n").facts().get(0);

    assertThat(DraftYaml.formula(fact.formula())).isEqualTo(formula);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Our Postgres server has max_connections = 90. It is old. | postgres.max_connections = 90"
            + " connections",
        "Each proxy opens 30 + 6 = 36 server connections. | postgres.connections = 36 connections"
            + " ?",
        "An importer needs 7 req/s at night. | service.throughput = 7 requests/second ?",
        "The page polls often, which is 900 requests per hour. | service.throughput_per_hour"
            + " = 900 requests/hour ?",
        "Every key is limited to 30 requests per second. | ratelimit.per_client = 30"
            + " requests/second",
        "We run five instances. | instances = 5 instances",
        "Adding three instances would help. | instances = 3 instances ?",
        "Two PgBouncer servers stand before it. | ",
        "A request holds its connection for 12 ms. | pool.hold = 12 milliseconds",
        "A call holds a database connection for between 5 and 80 ms. | pool.hold = 5-80 milliseconds",
        "Database: max 45 direct connections | postgres.max_connections = 45 connections",
        "Database: 45 max connections | postgres.max_connections = 45 connections",
        "Impact: 45 max connections | postgres.connections = 45 connections ?",
        "The median is 9 ms. | response.p50 = 9 milliseconds"
      })
  void aSentenceSaysWhatAFigureIsOf(String sentence, String fact) {
    String text = "# A\n\n## Current Postgres limits\n\n" + sentence + "\n";

    assertThat(read(text)).isEqualTo(fact == null ? List.of() : List.of(fact));
  }

  @Test
  void theMiddleOfARangeIsWhatItsSumsUse() {
    String text = "# A\n\nA request holds a connection for 10 to 90 ms, 25 ms on average.\n";

    assertThat(MarkdownImport.read("a.md", text).facts())
        .extracting(Fact::figure)
        .containsExactly(new Figure(10.0, 90.0, 25.0, "milliseconds"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgres://db/shop?pool_max_conns=14&pool_min_conns=2 | pool.capacity = 14"
            + " connections; pool.minimum = 2 connections",
        "superuser_reserved_connections = 4 | postgres.reserved_connections = 4 connections",
        "redis.NewClient(&redis.Options{PoolSize: 35}) | redis.connections = 35 connections",
        "WORKER_CONCURRENCY=18 | jobs.concurrency = 18 tasks",
        "server.tomcat.accept-count=70 | server.accept_count = 70 connections",
        "shards = 2 × 3 = 6 | derived = 6 ?"
      })
  void aLineOfCodeSaysWhatItSets(String code, String facts) {
    assertThat(String.join("; ", read("## Current\n\n```\n" + code + "\n```\n"))).isEqualTo(facts);
  }

  @Test
  void aLimitAndItsWindowAreOneRate() {
    String code = "RATE_LIMIT_MAX=40\nRATE_LIMIT_WINDOW_MS=1000\n";

    assertThat(read("## Current\n\n```env\n" + code + "```\n"))
        .containsExactly(
            "ratelimit.per_client = 40 requests/second", "ratelimit.window = 1000 milliseconds");
  }

  @Test
  void aTotalIsTheSumOfTheRowsAboveIt() {
    String text =
        """
        # A

        | Client | Connections |
        |---|---|
        | shop | 40 |
        | batch | 8 |
        | Total | 58 |
        """;

    Fact total = MarkdownImport.read("a.md", text).facts().get(2);

    assertThat(total.formula()).isEqualTo("40 connections + 8 connections");
    assertThat(DraftYaml.formula(total.formula())).isEqualTo("40 + 8");
  }

  @Test
  void aTotalOfProductsOfTheRowsIsNoPlainSum() {
    String text =
        """
        # A

        | Client | Instances | Connections |
        |---|---|---|
        | shop | 3 | 40 |
        | batch | 2 | 8 |
        | Total | 5 | 136 |
        """;

    assertThat(MarkdownImport.read("a.md", text).facts())
        .extracting(Fact::formula)
        .filteredOn(formula -> formula != null)
        .containsExactly("3 instances + 2 instances");
  }

  @Test
  void aComputationAndItsResultAreOneSum() {
    String text =
        """
        # A

        | Quantity | Computation | Result |
        |---|---|---|
        | All pods | 7 × 30 req/s | 240 req/s |
        """;

    assertThat(MarkdownImport.read("a.md", text).facts())
        .extracting(fact -> fact.figure() + " from " + fact.formula())
        .containsExactly("240 requests/second from 7 × 30 req/s");
  }

  @Test
  void aColumnOfHitRatesNamesThemAfterTheirRows() {
    String text =
        """
        # A

        | Cache | Hit rate |
        |---|---|
        | Prices | 88 % |
        """;

    assertThat(read(text)).containsExactly("cache.hit_rate.prices = 88 percent");
  }

  @Test
  void theSameNumberOfTheSameThingIsNoRival() {
    assertThat(read("## Current setup\n\n- Instances: 5\n- Replicas: 5\n"))
        .containsExactly("instances = 5 instances", "instances = 5 replicas");
  }

  @Test
  void aFigureThatWasLeftIsListedThoughAnotherOnItsLineWasRead() {
    String text =
        """
        # A

        The memory is 2 GB for 700 parcels.

        Redis 7: 2 GB memory.

        We have 40 parrots.
        """;

    assertThat(MarkdownImport.read("a.md", text).unread())
        .containsExactly(
            new Unread(3, "The memory is 2 GB for 700 parcels.", "what 700 counts is not known"),
            new Unread(7, "We have 40 parrots.", "what 40 counts is not known"));
  }

  private static List<String> read(String text) {
    return MarkdownImport.read("a.md", text).facts().stream()
        .map(fact -> fact + (fact.certain() ? "" : " ?"))
        .collect(Collectors.toList());
  }
}
