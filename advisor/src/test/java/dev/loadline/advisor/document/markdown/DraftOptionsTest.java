package dev.loadline.advisor.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.document.ModelFile;
import org.junit.jupiter.api.Test;

class DraftOptionsTest {

  @Test
  void theAdviceOfASectionIsOneOptionAndNumberedStepsAreALadder() {
    assertThat(part(yaml("ferry.md"), "options:", "evidence:"))
        .isEqualTo(
            """
            options:
              a_bigger_machine:
                says: "Option 1: A bigger machine"
                changes:
                  resources.pool.overflow: "20 connections"
                  resources.pool.size: "20 connections"
                  resources.workers.processes: "6 workers"
              start_more_backends:
                says: "Step 1: Start more backends"
                changes:
                  service.instances: "3 instances"
              let_the_database_accept_more:
                says: "Step 2: Let the database accept more"
                changes:
                  servers.database.max_connections: "40"
              add_gunicorn_workers:
                says: "Step 1: Add Gunicorn workers"
                changes:
                  resources.workers.processes: "4 workers"
                gain: "200 percent"

            ladder:
              step_1:
                says: "Step 1: Start more backends"
                changes:
                  service.instances: "3 instances"
              step_2:
                says: "Step 2: Let the database accept more"
                changes:
                  servers.database.max_connections: "40"
              step_3:
                says: "Step 1: Add Gunicorn workers"
                changes:
                  resources.workers.processes: "4 workers"

            """);
  }

  @Test
  void theOnlyLoadTestHasTheResultsAndAStatusRouteTouchesTheWorkers() {
    assertThat(part(yaml("ferry.md"), "evidence:", "claims:"))
        .isEqualTo(
            """
            evidence:
              - {tool: wrk, endpoint: "/api/status", touches: [workers], concurrency: 64, throughput: "900-1100 requests/second", p95: "120 milliseconds"}  # ferry.md:61

            """);
  }

  @Test
  void ofOtherRoutesAndOfSeveralTestsNothingIsSaid() {
    assertThat(part(yaml("parcels.md"), "evidence:", "claims:"))
        .isEqualTo(
            """
            evidence:
              - {tool: hey, endpoint: "/api/parcels/42", requests: 20000, concurrency: 150}  # parcels.md:61
              - {tool: k6, concurrency: 300}  # parcels.md:62

            """);
  }

  @Test
  void behindAPoolerTheServersLimitIsNotHeldAgainstThePools() {
    assertThat(part(yaml("choir.md"), "options:", "claims:"))
        .isEqualTo(
            """
            options:
              increase_the_pool_to_24:
                says: "Increase the pool to 24"
                changes:
                  resources.pool.size: "24 connections"
              pgbouncer_and_more_servers:
                says: "Option 1: PgBouncer and more servers"
                changes:
                  service.instances: "3 instances"

            """);
  }

  @Test
  void whatTheSumsUseOfAUsersRangeIsTheUsersFigure() {
    assertThat(part(yaml("choir.md"), "users:", "options:"))
        .isEqualTo(
            """
            users:
              per_user:
                memory: 4 (2-6) MB
                network: 20 (10-40) kB/s
              profiles:
                average:
                  rate: 3 (2-4) queries/minute
              stated: 500-800 users

            """);
    assertThat(part(yaml("choir.md"), "service:", "resources:"))
        .isEqualTo("service:\n  cores: 2-4 cores\n  memory: 2-4 GB\n  network: 50 Mbit/s\n\n");
  }

  @Test
  void aHoldThatOnlyFollowsIsARemarkAndNoFigure() {
    String yaml = yaml("choir.md");

    assertThat(yaml)
        .contains(
            "server: database  # hold is not stated; 8 connections at 40-80 queries/second would be"
                + " 100-200 ms\n");
    assertThat(ModelFile.parse("draft.yaml", yaml).paths().at("resources.pool.hold")).isNull();
  }

  @Test
  void whatNoModelTakesIsAClaimOnly() {
    String text =
        "# A\n\n## Current setup\n\n- Cache hit rate: 120%\n- Max pool size: 10 connections\n";

    String yaml = MarkdownImport.read("a.md", text).yaml();

    assertThat(yaml).doesNotContain("hit_rate: 120").contains("size: 10 connections\n");
    assertThat(ModelFile.parse("draft.yaml", yaml).model().claims())
        .extracting(claim -> claim.value().text())
        .containsExactly("120 percent", "10 connections");
  }

  @Test
  void anEngineThatNobodyNamesIsLeftOut() {
    assertThat(part(yaml("choir.md"), "servers:", "users:"))
        .isEqualTo("servers:\n  database: {}\n\n");
  }

  @Test
  void aLimiterCountsInTheProcessOnlyWhereTheTextSaysSo() {
    String limit = "# A\n\n## Current limits\n\n- 60 requests per minute per IP address\n";
    String memory = "- Rate limit: in-memory storage\n";

    assertThat(MarkdownImport.read("a.md", limit).yaml())
        .contains("kind: rate-limit  # where it counts is not said\n")
        .doesNotContain("memory:");
    assertThat(MarkdownImport.read("a.md", limit + memory).yaml())
        .contains("    kind: rate-limit\n    memory: process\n");
  }

  @Test
  void twoFiguresForOnePlaceInOneSectionAreNoOption() {
    String text =
        """
        # A

        ## Current setup

        - Max pool size: 10 connections

        ## Recommended

        ```js
        maxPoolSize: 50
        maxPoolSize: 100
        ```
        """;

    assertThat(MarkdownImport.read("a.md", text).yaml()).doesNotContain("options:");
  }

  private static String yaml(String fixture) {
    return MarkdownImport.read(fixture, Fixtures.text(fixture)).yaml();
  }

  private static String part(String yaml, String from, String to) {
    return yaml.substring(yaml.indexOf("\n" + from) + 1, yaml.indexOf("\n" + to) + 1);
  }
}
