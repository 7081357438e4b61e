package dev.loadline.advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCommandTest {
  @TempDir Path directory;
  private final Terminal terminal = new Terminal();
  private String shop = "";

  @BeforeEach
  void writeTheModel() throws IOException {
    shop =
        Files.writeString(
                directory.resolve("shop.yaml"),
                """
                model: shop
                document: A shop with one pool
                service: {cost: 100 dollars/month}
                resources:
                  pool: {server: database, size: 10, hold: 100 ms}
                  workers: {processes: 1, concurrency: 60, response: 200 ms}
                servers:
                  database: {engine: postgresql}
                users:
                  profiles: {usual: {rate: 3/min}}
                options:
                  bigger: {says: A pool of 20, changes: {resources.pool.size: 20 connections}}
                """)
            .toString();
  }

  private JsonNode json(String... more) throws IOException {
    String[] all = new String[more.length + 4];
    System.arraycopy(new String[] {"plan", shop, "--format", "json"}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    assertThat(terminal.run(all)).describedAs(terminal.err()).isZero();
    return new ObjectMapper().readTree(terminal.out());
  }

  @Test
  void whatNoLoadReachesIsNoBottleneck() {
    assertThat(terminal.run("plan", shop, "--set", "resources.cache.hit_rate=100%"))
        .describedAs(terminal.err())
        .isZero();
    assertThat(terminal.out()).containsPattern("bottleneck +pool/database +workers/workers");
    assertThat(terminal.out()).containsPattern("capacity +100 requests/s +300 requests/s");
  }

  @Test
  void aProfileOfAModelThatStatesNone() throws IOException {
    Path none = Files.writeString(directory.resolve("none.yaml"), "model: a\ndocument: b\n");
    assertThat(terminal.run("plan", none.toString(), "--users", "5k", "--profile", "stated"))
        .isEqualTo(2);
    assertThat(terminal.err())
        .isEqualTo("no profile 'stated'; the model states none: write one under users.profiles\n");
  }

  @Test
  void beforeAndAfterStandSideBySide() {
    assertThat(terminal.run("plan", shop, "--set", "pool.size=50")).isZero();
    assertThat(terminal.out())
        .isEqualTo(
            """
            shop  A shop with one pool

            change  resources.pool.size  10  -> 50

                         before             after
            capacity     100 requests/s     300 requests/s
            users usual  2000 users         6000 users
            bottleneck   pool/database      workers/workers
            next         workers/workers    pool/database
            cost         100 dollars/month  100 dollars/month

            factor  3 x
            before  pool/database: 10 connections / 100 ms held per request
            after   workers/workers: 60 at once / 200 ms per request

            not modelled
              - a database that answers more slowly the more connections work at the same time
              - server-cpu/database: neither cores nor CPU time per query of database are both stated
            """);
  }

  @Test
  void programsGetNumbers() throws IOException {
    JsonNode answer = json("--set", "resources.pool.size=20 connections");
    assertThat(answer.path("changes").get(0))
        .hasToString(
            "{\"path\":\"resources.pool.size\",\"from\":10,\"to\":20,\"unit\":\"connections\"}");
    assertThat(answer.at("/before/capacity/value").asDouble()).isEqualTo(100);
    assertThat(answer.at("/after/capacity/value").asDouble()).isEqualTo(200);
    assertThat(answer.at("/after/users/usual/value").asDouble()).isEqualTo(4000);
    assertThat(answer.at("/after/bottleneck").asText()).isEqualTo("pool/database");
    assertThat(answer.at("/factor/value").asDouble()).isEqualTo(2);
    assertThat(answer.path("refused").isNull()).isTrue();
    assertThat(answer.has("sizing")).isFalse();
  }

  @Test
  void noChangeChangesNothing() throws IOException {
    JsonNode answer = json();
    assertThat(answer.path("changes")).isEmpty();
    assertThat(answer.path("after")).isEqualTo(answer.path("before"));
    assertThat(answer.at("/factor/value").asDouble()).isEqualTo(1);
  }

  @Test
  void anOptionOfTheDocumentIsAsked() throws IOException {
    assertThat(json("--option", "bigger").at("/factor/value").asDouble()).isEqualTo(2);
  }

  @Test
  void whatSoManyUsersNeed() throws IOException {
    JsonNode sizing = json("--users", "3k").path("sizing");
    assertThat(sizing.path("rate").asDouble()).isEqualTo(150);
    assertThat(sizing.at("/needs/0/needed").asInt()).isEqualTo(15);
    assertThat(sizing.at("/ways/0/name").asText()).isEqualTo("option bigger");
    assertThat(terminal.run("plan", shop, "--users", "3000")).isZero();
    assertThat(terminal.out())
        .contains(
            """
            for 3000 users of the profile usual: 150 requests/s

            needs  pool/database                15 connections      now 10          10 x 150 requests/s / 100 requests/s
            needs  workers/workers              1 processes         now 1           1 x 150 requests/s / 300 requests/s
            needs  server-connections/database  18 max_connections  not stated now  15 of pool + 3 reserved
            """)
        .contains("carries  option bigger   100 dollars/month  4000 users  then pool/database");
  }

  @Test
  void everythingWrongWithAQuestionAtOnce() {
    assertThat(
            terminal.run(
                "plan",
                shop,
                "--option",
                "biger",
                "--set",
                "resources.pol.size=3",
                "--set",
                "resources.pool.hold=3 MB",
                "--set",
                "resources.pool",
                "--set",
                "servers.database.cors=4"))
        .isEqualTo(2);
    assertThat(terminal.err().lines())
        .containsExactly(
            "--option biger: no option or rung of that name; did you mean 'bigger'?",
            "--set resources.pool: write PATH=VALUE, as resources.pool.size=20",
            "--set resources.pol.size=3: no path 'resources.pol.size'; did you mean"
                + " 'resources.pool.size'?",
            "--set servers.database.cors=4: no path 'servers.database.cors'; did you mean"
                + " 'servers.database.cores'?",
            "--set resources.pool.hold=3 MB: '3 MB' does not suit resources.pool.hold: that is an"
                + " amount of data; it takes a time such as 100 ms or 50-200 ms");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void whatIsNotThereYetMayBeAdded() throws IOException {
    JsonNode answer = json("--set", "resources.cache.hit_rate=50 %");
    assertThat(answer.at("/factor/value").asDouble()).isEqualTo(2);
    assertThat(answer.at("/changes/0/from").isNull()).isTrue();
  }

  @Test
  void aReviewReadsTheAnswerFirst() {
    assertThat(terminal.run("plan", shop, "--option", "bigger", "--format", "markdown")).isZero();
    assertThat(terminal.out())
        .startsWith("### Plan for shop: 2 x, then pool/database\n\n| change |");
  }

  @ParameterizedTest
  @CsvSource({"5000, 5000", "10k, 10000", "1M, 1000000", "1.5m, 1500000"})
  void usersAsPeopleWriteThem(String text, double users) {
    assertThat(PlanCommand.number(text)).isEqualTo(users);
  }

  @ParameterizedTest
  @CsvSource({"many", "0", "-5", "1G"})
  void noNumberOfUsers(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlanCommand.number(text))
        .withMessage("--users %s: write a number of users as 5000, 10k or 1M", text);
  }
}
