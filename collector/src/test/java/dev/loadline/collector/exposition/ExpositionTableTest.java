package dev.loadline.collector.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Literal inputs and what exactly becomes of each: {@code exposition/outcomes.txt}. */
class ExpositionTableTest {
  private static final Limits LIMITS = new Limits(1_000, 4, 3, 30, 20);

  private record Line(String form, String input, String outcome) {}

  @ParameterizedTest
  @MethodSource("lines")
  void eachInputHasItsOutcome(Line line) throws IOException {
    assertThat(outcome(line)).isEqualTo(line.outcome());
  }

  @Test
  void theTableIsLargeAndHasNoInputTwice() throws IOException {
    List<Line> lines = lines().toList();

    assertThat(lines).hasSizeGreaterThan(150);
    assertThat(lines.stream().map(line -> line.form() + line.input())).doesNotHaveDuplicates();
  }

  static Stream<Line> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ExpositionTableTest.class.getResourceAsStream("/exposition/outcomes.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> new Line(cells[0], cells[1], cells[2]));
    }
  }

  private static String outcome(Line line) {
    Format format = line.form().equals("open") ? Format.OPEN_METRICS : Format.TEXT;
    try {
      return Exposition.parse(bytes(line.input()), format, LIMITS).stream()
          .map(ExpositionTableTest::told)
          .collect(Collectors.joining("; "));
    } catch (MalformedException e) {
      return e.reason() + " " + e.getMessage();
    }
  }

  private static String told(Point point) {
    String time = point.epochMillis().isPresent() ? " @" + point.epochMillis().getAsLong() : "";
    String labels = point.labels().isEmpty() ? "" : point.labels().toString();
    return visible(point.name() + labels) + " " + point.value() + time;
  }

  private static String visible(String text) {
    return text.codePoints()
        .mapToObj(c -> c < ' ' || c == 127 ? "<%02x>".formatted(c) : Character.toString(c))
        .collect(Collectors.joining());
  }

  /** Undoes {@code \n}, {@code \r}, {@code \t}, {@code \\} and {@code \xNN}. */
  private static byte[] bytes(String written) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] rest = written.getBytes(StandardCharsets.UTF_8), next;
        rest.length > 0;
        rest = next) {
      int taken = rest[0] != '\\' ? 1 : rest[1] == 'x' ? 4 : 2;
      bytes.write(
          taken == 1
              ? rest[0]
              : escaped(new String(rest, 1, taken - 1, StandardCharsets.US_ASCII)));
      next = Arrays.copyOfRange(rest, taken, rest.length);
    }
    return bytes.toByteArray();
  }

  private static int escaped(String escape) {
    return switch (escape) {
      case "n" -> '\n';
      case "r" -> '\r';
      case "t" -> '\t';
      case "\\" -> '\\';
      default -> Integer.parseInt(escape.substring(1), 16);
    };
  }
}
