package dev.loadline.collector.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.loadline.collector.exposition.MalformedException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpositionTest {

  @Test
  void readsWhatSimpleclientPrints() throws MalformedException {
    assertThat(
            text(
                """
                # HELP hikaricp_connections Total connections
                # TYPE hikaricp_connections gauge
                hikaricp_connections{pool="orders-pool",} 10.0
                untyped_without_labels 1.0E-4
                with_time{a="b"} 3 1395066363000
                tab\t7
                """))
        .containsExactly(
            point("hikaricp_connections", Map.of("pool", "orders-pool"), 10),
            point("untyped_without_labels", Map.of(), 0.0001),
            new Point("with_time", Map.of("a", "b"), 3, OptionalLong.of(1_395_066_363_000L)),
            point("tab", Map.of(), 7));
  }

  @Test
  void readsOpenMetrics() throws MalformedException {
    assertThat(
            openMetrics(
                """
                # TYPE foo histogram
                # UNIT foo seconds
                foo_bucket{le="0.1"} 8 # {trace_id="KOO5S4vxi0o"} 0.067
                foo_bucket{le="+Inf"} 17 1520879607.789 # {trace_id="x"} 9.8 1520879607.7
                foo_count 17
                foo_sum 324789.3
                foo_created 1520430000.123
                # EOF
                """))
        .containsExactly(
            point("foo_bucket", Map.of("le", "0.1"), 8),
            new Point("foo_bucket", Map.of("le", "+Inf"), 17, OptionalLong.of(1_520_879_607_789L)),
            point("foo_count", Map.of(), 17),
            point("foo_sum", Map.of(), 324_789.3),
            point("foo_created", Map.of(), 1_520_430_000.123));
  }

  @Test
  void readsQuotedNames() throws MalformedException {
    assertThat(text("{\"db.client.connection.count\", \"db.state\"=\"used\",x=\"y\"} 2\n"))
        .containsExactly(
            point("db.client.connection.count", Map.of("db.state", "used", "x", "y"), 2));
  }

  @Test
  void undoesEscapes() throws MalformedException {
    assertThat(text("a{p=\"C:\\\\x\\\"q\\\"\\nü\\d\"} 1\n"))
        .containsExactly(point("a", Map.of("p", "C:\\x\"q\"\nü\\d"), 1));
  }

  @Test
  void carriageReturnsAndAMissingLastLineFeedDoNotMatter() throws MalformedException {
    assertThat(text("a 1\r\n\r\nb 2"))
        .containsExactly(point("a", Map.of(), 1), point("b", Map.of(), 2));
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, NaN",
    "+Inf, Infinity",
    "-Inf, -Infinity",
    "-0, -0.0",
    "1e3, 1000",
    "9223372036854775807, 9223372036854775807",
    "123456789012345, 123456789012345"
  })
  void readsEverySpellingOfANumber(String published, double value) throws MalformedException {
    assertThat(text("a " + published + "\n")).containsExactly(point("a", Map.of(), value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a ",
        "a one",
        "a 1d",
        "a 0x1p3",
        "a 1e999",
        "a 1 2 3",
        "a 1 1e300",
        "a 1 NaN",
        "1a 1",
        "a{b} 1",
        "a{b=} 1",
        "a{b=\"c} 1",
        "a{b=\"c\" 1",
        "a{b=\"c\"d=\"e\"} 1",
        "a{b=\"c\",b=\"d\"} 1",
        "a{,} 1",
        "{b=\"c\"} 1",
        "{\"a\",\"b\"} 1",
        "a{\"b\"} 1",
        "a 1 # {x=\"y\"} 1",
        "a\u0000 1",
        "# TYPE a speedometer",
        "a{b=\"\\"
      })
  void refusesTheWholeForOneBadLine(String bad) {
    MalformedException refused =
        catchThrowableOfType(MalformedException.class, () -> text("good 1\n" + bad + "\n"));

    assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refused.line()).isEqualTo(2);
    assertThat(refused.offset()).isBetween(7, 7 + bad.length());
  }

  @Test
  void saysWhereAndWhat() {
    assertThat(
            catchThrowableOfType(
                MalformedException.class, () -> text("good 1\nbad{pool=\"x\"} ten\n")))
        .hasMessage("line 2, byte 21: a value expected");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] body = "a 1\nb{c=\"ü\"} 1\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(
            catchThrowableOfType(
                MalformedException.class,
                () -> Exposition.parse(body, Format.TEXT, Limits.STANDARD)))
        .hasMessage("line 2, byte 9: not UTF-8, or a NUL byte");
  }

  @Test
  void openMetricsWithoutItsEndWasCut() {
    assertThat(catchThrowableOfType(MalformedException.class, () -> openMetrics("a 1\n")).reason())
        .isEqualTo(Reason.TRUNCATED);
  }

  @Test
  void nothingMayFollowTheEndOfOpenMetrics() {
    assertThat(
            catchThrowableOfType(MalformedException.class, () -> openMetrics("a 1\n# EOF\nb 2\n")))
        .hasMessage("line 3, byte 10: text after '# EOF'");
  }

  @Test
  void everyLimitHolds() {
    Limits tight = new Limits(100, 2, 2, 8, 4);

    assertThat(reason("a 1\nb 1\nc 1\n", tight)).isEqualTo(Reason.SAMPLE_LIMIT);
    assertThat(reason("a{b=\"1\",c=\"2\",d=\"3\"} 1\n", tight)).isEqualTo(Reason.LABEL_LIMIT);
    assertThat(reason("abcdefghi 1\n", tight)).isEqualTo(Reason.LENGTH_LIMIT);
    assertThat(reason("a{b=\"12345\"} 1\n", tight)).isEqualTo(Reason.LENGTH_LIMIT);
  }

  private static Reason reason(String body, Limits limits) {
    return catchThrowableOfType(
            MalformedException.class,
            () -> Exposition.parse(body.getBytes(StandardCharsets.UTF_8), Format.TEXT, limits))
        .reason();
  }

  private static List<Point> text(String body) throws MalformedException {
    return Exposition.parse(body.getBytes(StandardCharsets.UTF_8), Format.TEXT, Limits.STANDARD);
  }

  private static List<Point> openMetrics(String body) throws MalformedException {
    return Exposition.parse(
        body.getBytes(StandardCharsets.UTF_8), Format.OPEN_METRICS, Limits.STANDARD);
  }

  private static Point point(String name, Map<String, String> labels, double value) {
    return new Point(name, labels, value, OptionalLong.empty());
  }
}
