package dev.loadline.advisor.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownImportTest {

  @Test
  void readsASpringServiceWithTablesAndManifests() {
    assertThat(read("parcels.md"))
        .isEqualTo(
            """
            5 INPUT instances = 3 instances
            11 INPUT pool.capacity = 12 connections
            12 INPUT pool.minimum = 4 connections
            13 INPUT pool.timeout = 2500 milliseconds
            14 INPUT pool.recycle = 900000 milliseconds
            18 INPUT threads = 80 threads
            21 INPUT pool.hold = 8-15 milliseconds
            22 INPUT cache.hit_rate = 85 percent
            23 INPUT postgres.max_connections = 120 connections
            24 INPUT ratelimit.partner = 20 requests/second
            30 CLAIM users.depot_staff = 350 users
            30 INPUT user.rate.depot_staff = 4 requests/minute
            30 INPUT response.p99.depot_staff = 250 milliseconds
            31 CLAIM users.recipients = 12000 users
            31 INPUT user.rate.recipients = 0.5 requests/minute
            31 INPUT response.p99.recipients = 400 milliseconds
            33 DERIVED pool.throughput_ideal = 960 requests/second from 12 connections × 80 req/s
            41 ADVICE pool.capacity = 30 connections
            50 ADVICE autoscaling.minimum = 3 instances
            51 ADVICE autoscaling.maximum = 9 instances
            55 ADVICE autoscaling.cpu = 65 percent
            61 EVIDENCE loadtest.hey = hey, against /api/parcels/42, 150 at once
            61 INPUT loadtest.hey.concurrency = 150 users
            62 EVIDENCE loadtest.k6 = k6, no endpoint is named, 300 at once
            62 INPUT loadtest.k6.concurrency = 300 users
            67 CLAIM loadtest.throughput = 640 requests/second
            68 CLAIM loadtest.response_p95 = 180 milliseconds
            """);
  }

  @Test
  void readsTextThatWasEncodedTwiceOnTheLinesWhereItStands() {
    assertThat(read("kiosk.md"))
        .isEqualTo(
            """
            5 INPUT workers = 2 workers
            6 INPUT pool.hold = 20-40 milliseconds
            7 INPUT ratelimit.per_client = 30 requests/minute
            12 INPUT pool.size = 8 connections
            13 INPUT pool.overflow = 4 connections
            15 GAP state.in_memory = visits, a map in the memory of one process ? it may be no shared state
            20 INPUT pool.size = 8 connections ? stands in an estimate or example
            20 INPUT pool.overflow = 4 connections ? stands in an estimate or example
            20 DERIVED pool.capacity = 12 connections from 8 base + 4 overflow
            21 DERIVED pool.throughput_ideal = 300 requests/second from 12 connections × 25 req/sec
            22 DERIVED derived = 8 GB from 4,000 visitors × 2 MB ? what is calculated is not said
            26 CLAIM ladder.cache.users = 9000-12000 users
            27 ADVICE pool.size = 16 connections
            """);
  }

  @Test
  void readsANodeServiceAndWhatItsTeamWouldChange() {
    assertThat(read("orchard.md"))
        .isEqualTo(
            """
            8 INPUT pool.capacity = 25 connections
            9 INPUT pool.minimum = 3 connections
            10 INPUT pool.socket_timeout = 20000 milliseconds
            12 GAP state.in_memory = onlineSensors, a map in the memory of one process
            15 INPUT workers = 4 workers
            16 INPUT request.timeout = 15 seconds
            17 INPUT ratelimit.telemetry = 90 messages/minute
            18 INPUT ratelimit.login = 5 requests/10 minutes
            19 INPUT response.average = 35 milliseconds
            22 INPUT user.memory = 0.8-1.2 MB
            23 INPUT user.network = 4 kB/s
            27 ADVICE pool.capacity = 60 connections
            28 CLAIM option.pool.factor = 2 x
            34 ADVICE workers = 6 workers
            34 ADVICE threads = 2 threads
            36 ADVICE instances = 3 instances
            39 ADVICE instance.cpu = 1.5 cores
            40 ADVICE instance.memory = 768 MB
            42 ADVICE workers = 6 workers
            43 ADVICE redis.connections = 40 connections
            """);
  }

  @Test
  void readsProseAndTablesWithUnitsInTheirHeads() {
    assertThat(read("harbour.md"))
        .isEqualTo(
            """
            3 CLAIM service.throughput = 1400 requests/second
            3 INPUT response.p99 = 310 milliseconds ? a further figure on the line
            3 CLAIM cpu = 2 cores ? of which machine is not said
            3 CLAIM memory = 4 GiB ? of which machine is not said
            4 INPUT instances = 6 instances ? a further figure on the line
            4 INPUT mysql.connections = at most 25 connections ? a pool's or the server's connections is not said
            5 INPUT mysql.connections = 150 connections ? a pool's or the server's connections is not said
            7 INPUT user.rate.average = 3 requests/minute ? whether a skipper is a user is not said
            8 CLAIM service.throughput_per_minute = 30 requests/minute ? of what the requests are is not said
            14 CLAIM cpu.api = 2 cores
            14 CLAIM memory.api = 4 GiB
            14 INPUT instances.api = 6 replicas ? nothing says that it is so now
            15 CLAIM cpu.pricing = 1 cores
            15 CLAIM memory.pricing = 1.5 GiB
            15 INPUT instances.pricing = 2 replicas ? nothing says that it is so now
            19 CLAIM endpoint.berths.throughput = 900 queries/second
            19 CLAIM endpoint.berths.response.p50 = 12 milliseconds
            19 CLAIM endpoint.berths.response.p99 = 95 milliseconds
            20 CLAIM endpoint.quotes.throughput = 120 queries/second
            20 CLAIM endpoint.quotes.response.p50 = 40 milliseconds
            20 CLAIM endpoint.quotes.response.p99 = 310 milliseconds
            24 CLAIM service.throughput = 2500-3000 requests/second ? of what the requests are is not said
            24 INPUT database.max_connections = 400 connections ? stands in an estimate or example
            25 DERIVED database.connections = 300 connections from 12 × 25 ? a pool's or the server's connections is not said
            """);
  }

  @Test
  void readsAReviewInShortNotes() {
    assertThat(read("lighthouse.md"))
        .isEqualTo(
            """
            5 CLAIM service.throughput = 2200 requests/second ? of what the requests are is not said
            9 INPUT instances = 8 instances
            9 CLAIM cpu = 4 cores ? of which machine is not said
            9 CLAIM api = 8 GiB ? named after its label: no quantity is known for it
            9 INPUT workers = 4 workers ? a further figure on the line
            10 INPUT postgres.max_connections = 500 connections
            10 INPUT pgbouncer.default_pool_size = 40 connections
            10 INPUT pgbouncer.reserve_pool = 5 connections
            11 INPUT cache.hit_rate = 92 percent
            11 INPUT response.p99 = 2 milliseconds ? line 17 says 420 milliseconds
            13 INPUT pool.size = 10 connections
            13 INPUT pool.overflow = 5 connections
            13 INPUT database.connections = 15 connections ? a pool's or the server's connections is not said
            13 DERIVED database.connections = 480 connections from 8 × 4 × 15 ? a pool's or the server's connections is not said
            17 CLAIM service.throughput = 1850 requests/second
            17 CLAIM service.throughput = 420 requests/second ? a further figure on the line
            17 INPUT response.p50 = 45 milliseconds
            17 INPUT response.p95 = 180 milliseconds
            17 INPUT response.p99 = 420 milliseconds ? line 11 says 2 milliseconds
            18 INPUT user.rate.average = 6 requests/minute
            18 CLAIM service.throughput_per_minute = at most 20 requests/minute ? of what the requests are is not said
            22 CLAIM endpoint.get_events.throughput = 1200 requests/second
            22 CLAIM endpoint.get_events.response.p95 = 90 milliseconds
            23 CLAIM endpoint.post_orders.throughput = 150 requests/second
            23 CLAIM endpoint.post_orders.response.p95 = 350 milliseconds
            29 INPUT pool.capacity = 500 connections ? which pool the connections belong to is not said
            29 INPUT pool.capacity.used_at_peak = 310 connections ? which pool the connections belong to is not said
            30 CLAIM cpu = 32 cores ? of which machine is not said
            30 CLAIM cpu.used_at_peak = 21 cores ? of which machine is not said
            30 CLAIM cpu.headroom = 34 percent ? of which machine is not said
            33 INPUT ratelimit.per_client = 300 requests/minute
            37 ADVICE pool.size = 20 connections
            37 ADVICE instances = 12 instances
            37 CLAIM service.throughput = at least 3000 requests/second ? of what the requests are is not said
            37 CLAIM cost = 4200 dollars/month ? a further figure on the line
            37 CLAIM cost = 2900 dollars/month ? a further figure on the line
            """);
  }

  @Test
  void linesWithFiguresThatWereNotReadAreListed() {
    Draft draft =
        MarkdownImport.read("a.md", "# A\n\nWe like 7 of them.\n\n- Pool: 5 connections\n");

    assertThat(draft.title()).isEqualTo("A");
    assertThat(draft.unread())
        .containsExactly(new Unread(3, "We like 7 of them.", "a figure without a unit"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pool_size=20 | pool.size = 20 connections",
        "\"max_overflow\": 10, | pool.overflow = 10 connections",
        "pool_timeout=30 | pool.timeout = 30 seconds",
        "maxPoolSize: 50-100, | pool.capacity = 50-100 connections",
        "config.setMaximumPoolSize(30); | pool.capacity = 30 connections",
        "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE=12 | pool.capacity = 12 connections",
        "DB_POOL_SIZE=9 | pool.size = 9 connections",
        "socketTimeoutMS: 45000 | pool.socket_timeout = 45000 milliseconds",
        "WEB_CONCURRENCY=8 | workers = 8 workers",
        "POSTGRES_MAX_CONNECTIONS=200 | postgres.max_connections = 200 connections",
        "REDIS_MAX_CONNECTIONS=40 | redis.connections = 40 connections",
        "worker_prefetch_multiplier=4 | celery.prefetch = 4 tasks",
        "default_pool_size = 25 | pgbouncer.default_pool_size = 25 connections",
        "uvicorn app:app --host 0.0.0.0 --port 80 --workers 4 | workers = 4 workers",
        "gunicorn -w 3 app:app | workers = 3 workers",
        "celery -A app worker -c 6 | celery.concurrency = 6 processes",
        "docker compose up --scale api=5 | instances = 5 instances",
        "limit_req_zone $binary_remote_addr zone=a:10m rate=10r/s; | ratelimit.per_client = 10"
            + " requests/second"
      })
  void aSettingIsReadInWhicheverLanguage(String code, String fact) {
    Draft draft =
        MarkdownImport.read("a.md", "## Current configuration\n\n```\n" + code + "\n```\n");

    assertThat(draft.facts()).extracting(Fact::toString).contains(fact);
    assertThat(draft.facts()).extracting(Fact::line).containsOnly(4);
    assertThat(draft.facts()).extracting(Fact::kind).containsOnly(Fact.Kind.INPUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ab -n 10000 -c 100 http://localhost:8000/health | ab, against /health, 100 at once",
        "wrk -t4 -c400 http://shop/orders | wrk, against /orders, 400 at once",
        "locust -f load.py --users 1000 | locust, no endpoint is named, 1000 at once",
        "k6 run --vus 50 script.js | k6, no endpoint is named, 50 at once",
        "hey -c 20 https://shop.example | hey, against /, 20 at once"
      })
  void aLoadTestSaysWhatItWasAimedAt(String command, String words) {
    Draft draft = MarkdownImport.read("a.md", "```bash\n" + command + "\n```\n");

    assertThat(draft.facts())
        .filteredOn(fact -> fact.kind() == Fact.Kind.EVIDENCE)
        .extracting(Fact::words)
        .containsExactly(words);
  }

  @Test
  void serversBehindNginxAreCounted() {
    String nginx =
        """
        ## Current setup

        ```nginx
        upstream shop {
            least_conn;
            server a:80;
            server b:80 max_fails=3;
        }
        ```
        """;

    assertThat(certain(nginx))
        .containsExactly(
            "4 INPUT loadbalancer.servers = 2 instances",
            "5 CLAIM loadbalancer.policy = least_conn");
  }

  @Test
  void twoFiguresForOneQuantityAreBothGuesses() {
    Draft draft =
        MarkdownImport.read(
            "a.md",
            """
            ## Current limits

            - Max pool size: 10 connections

            ## Deployment

            - Max pool size: 12 connections
            """);

    assertThat(draft.facts())
        .extracting(fact -> fact.certainty() + " " + fact.why())
        .containsExactly("CERTAIN ", "GUESS line 3 says 10 connections");
  }

  @Test
  void whatNobodySaysIsSoNowIsAGuess() {
    Draft draft = MarkdownImport.read("a.md", "# Shop\n\n- Pool size: 10 connections\n");

    assertThat(draft.facts())
        .extracting(Fact::why)
        .containsExactly("nothing says that it is so now");
  }

  @Test
  void aCommentDecidesWhetherASettingIsAdvice() {
    String code = "## Current configuration\n\n```\npool_size=20  # increase from 5\n```\n";

    assertThat(certain(code)).containsExactly("4 ADVICE pool.size = 20 connections");
  }

  @Test
  void theFigureThatSumsUseIsKeptWithItsRange() {
    Draft draft =
        MarkdownImport.read(
            "a.md",
            """
            ## Current

            - Average query time: 50-200ms

            ## Calculation

            - The request holds a connection for 100 ms
            """);

    assertThat(draft.facts().get(0).figure())
        .isEqualTo(new Figure(50.0, 200.0, 100.0, "milliseconds"));
    assertThat(draft.facts().get(1).certain()).isFalse();
  }

  private static List<String> certain(String text) {
    return MarkdownImport.read("a.md", text).facts().stream()
        .filter(Fact::certain)
        .map(fact -> fact.line() + " " + fact.kind() + " " + fact)
        .toList();
  }

  /** Guesses are marked with a question mark. */
  private static String read(String fixture) {
    return MarkdownImport.read(fixture, Fixtures.text(fixture)).facts().stream()
        .map(
            fact ->
                "%d %s %s%s%s"
                    .formatted(
                        fact.line(),
                        fact.kind(),
                        fact,
                        fact.formula() == null ? "" : " from " + fact.formula(),
                        fact.certain() ? "" : " ? " + fact.why()))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
