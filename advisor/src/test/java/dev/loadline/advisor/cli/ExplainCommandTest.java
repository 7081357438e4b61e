package dev.loadline.advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  private static final String POOL =
      """
      # TYPE hikaricp_connections gauge
      hikaricp_connections{pool="orders",} 10.0
      hikaricp_connections_max{pool="orders",} 10.0
      hikaricp_connections_active{pool="orders",} 3.0
      hikaricp_connections_usage_seconds_count{pool="orders",} 4.0
      hikaricp_connections_usage_seconds_sum{pool="orders",} 0.25
      zebra_stripes{side="left"} 7
      zebra_stripes{side="right"} 8
      zebra_hooves 4
      """;

  private final Terminal terminal = new Terminal();
  @TempDir private Path directory;

  @Test
  void whatIsRecognisedWhatIsNotAndWhy() throws IOException {
    assertThat(terminal.run("explain", file(POOL))).isZero();
    assertThat(terminal.out())
        .isEqualTo(
            """
            Recognised: 1 resource
            pool/orders
              limit   10      connections          published  hikaricp_connections_max
              in_use  3       connections          published  hikaricp_connections_active
              hold    0.0625  seconds (mean of 4)  published  hikaricp_connections_usage_seconds

            Unrecognised: 2 names
              zebra_  2 names, 3 lines  zebra_hooves, zebra_stripes

            Dropped: 1 name
              hikaricp_connections  open connections, of which _active are in use
            """);
  }

  @Test
  void programsGetTheSame() throws IOException {
    assertThat(terminal.run("explain", "--format", "json", file(POOL))).isZero();
    JsonNode answer = new ObjectMapper().readTree(terminal.out());

    assertThat(answer.at("/resources/0/resource").asText()).isEqualTo("pool/orders");
    assertThat(answer.at("/resources/0/limit_provenance").asText()).isEqualTo("published");
    assertThat(answer.at("/resources/0/signals/0").toString())
        .isEqualTo(
            "{\"signal\":\"limit\",\"value\":10,\"unit\":\"connections\","
                + "\"from\":\"hikaricp_connections_max\",\"provenance\":\"published\","
                + "\"sensor\":\"micrometer\"}");
    assertThat(answer.at("/resources/0/signals/2/count").asInt()).isEqualTo(4);
    assertThat(answer.path("unrecognised").toString())
        .isEqualTo("[\"zebra_hooves\",\"zebra_stripes\"]");
    assertThat(answer.path("dropped").toString())
        .isEqualTo(
            "[{\"name\":\"hikaricp_connections\","
                + "\"reason\":\"open connections, of which _active are in use\"}]");
  }

  @Test
  void aPoolWhoseLimitNobodyPublishesSaysSo() throws IOException {
    assertThat(terminal.run("explain", file("hikaricp_connections_active{pool=\"a\"} 3\n")))
        .isZero();
    assertThat(terminal.out())
        .isEqualTo(
            """
            Recognised: 1 resource
            pool/a
              in_use  3        connections  published  hikaricp_connections_active
              limit   unknown               unknown    nothing publishes it
            """);
  }

  @Test
  void nothingRecognisedIsSaidAndTheNearestNameNamed() throws IOException {
    assertThat(terminal.run("explain", file("hikaricp_conections_max{pool=\"a\"} 3\n"))).isOne();
    assertThat(terminal.out())
        .isEqualTo(
            """
            Recognised: nothing

            Unrecognised: 1 name
              hikaricp_  1 name, 1 line  hikaricp_conections_max (nearest: \
            hikaricp_connections_max of hikaricp-micrometer)
            """);
  }

  @Test
  void aDecayingMaximumAloneIsNoSignal() throws IOException {
    assertThat(
            terminal.run("explain", file("hikaricp_connections_usage_seconds_max{pool=\"a\"} 3\n")))
        .isOne();
    assertThat(terminal.out())
        .isEqualTo(
            """
            Recognised: nothing

            Dropped: 1 name
              hikaricp_connections_usage_seconds_max  a maximum that decays over two minutes
            """);
  }

  @Test
  void whatCannotBeReadHasLineAndByte() throws IOException {
    String file = file("a 1\nbad{ 1\n");

    assertThat(terminal.run("explain", file)).isEqualTo(2);
    assertThat(terminal.err()).isEqualTo(file + ": line 2, byte 9: a name expected\n");
    assertThat(terminal.run("explain", "nowhere.txt")).isEqualTo(2);
    assertThat(terminal.err()).isEqualTo("nowhere.txt: there is no such file\n");
  }

  @Test
  void openMetricsIsToldByItsEnd() throws IOException {
    String exemplar = "hikaricp_connections_timeout_total{pool=\"a\"} 3 # {trace_id=\"x\"} 1\n";

    assertThat(terminal.run("explain", file(exemplar + "# EOF\n"))).isZero();
    assertThat(terminal.run("explain", file(exemplar))).isEqualTo(2);
  }

  @Test
  void standardInputIsADash() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(POOL.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(terminal.run("explain", "-")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(terminal.out()).startsWith("Recognised: 1 resource\npool/orders\n");
  }

  @Test
  void anAddressIsReadAsAScrapeReadsIt() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          byte[] body = POOL.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      assertThat(terminal.run("explain", url + "/metrics")).isZero();
      assertThat(terminal.out()).startsWith("Recognised: 1 resource\npool/orders\n");
      assertThat(terminal.run("explain", url + "/else")).isEqualTo(2);
      assertThat(terminal.err()).isEqualTo(url + "/else: answered 404\n");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void tablesOfOnesOwnComeFirst() throws IOException {
    Path own =
        Files.writeString(
            directory.resolve("zebra.yaml"),
            """
            exporter: zebra
            sensor: zebra
            priority: 200
            metrics:
              zebra_stripes: {signal: in_use, resource: "pool/{side}"}
            """);

    assertThat(terminal.run("explain", file(POOL), "--catalogue", own.toString())).isZero();
    assertThat(terminal.out())
        .contains("pool/left\n", "pool/right\n", "1 name, 1 line  zebra_hooves");
  }

  @Test
  void aTablesSlipHasFileLineAndTheNearestKey() throws IOException {
    Path own =
        Files.writeString(
            directory.resolve("zebra.yaml"),
            """
            exporter: zebra
            sensor: zebra
            priority: 50
            metrics:
              hikaricp_connections_max: {signal: limit, resource: "pool/{pool}"}
            ignord: {}
            """);

    assertThat(terminal.run("explain", file(POOL), "--catalogue", own.toString())).isEqualTo(2);
    assertThat(terminal.err())
        .isEqualTo(own + ":6: unknown key 'ignord' at the top level; did you mean 'ignored'?\n");
  }

  private String file(String exposition) throws IOException {
    return Files.writeString(directory.resolve("metrics.txt"), exposition).toString();
  }
}
