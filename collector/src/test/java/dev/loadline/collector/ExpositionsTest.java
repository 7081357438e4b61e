package dev.loadline.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.collector.signal.Explanation;
import dev.loadline.collector.signal.Explanation.Known;
import dev.loadline.collector.signal.Explanation.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What real programs published, against the built-in tables: {@code expositions/<exporter>/x.txt}
 * gives the signals of {@code x.expected} and no others, and has no name that nobody knows.
 */
class ExpositionsTest {
  private static final Path EXPOSITIONS = Path.of("src/test/resources/expositions");
  private static final Explainer EXPLAINER = new Explainer(List.of());

  static Stream<Path> expositions() throws IOException {
    try (Stream<Path> files = Files.walk(EXPOSITIONS, 2)) {
      List<Path> expected =
          files.filter(file -> file.toString().endsWith(".expected")).sorted().toList();
      return expected.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("expositions")
  void signals(Path expected) throws IOException {
    Explanation explanation = EXPLAINER.explain(Files.readAllBytes(exposition(expected)));

    assertThat(lines(explanation)).isEqualTo(Files.readAllLines(expected));
    assertThat(explanation.unrecognised()).isEmpty();
  }

  private static Path exposition(Path expected) {
    String name = expected.getFileName().toString();
    return expected.resolveSibling(name.replace(".expected", ".txt"));
  }

  private static List<String> lines(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    for (Known known : explanation.resources()) {
      known.signals().forEach(said -> lines.add(line(known, said)));
    }
    explanation.notes().forEach(note -> lines.add("note: " + note));
    return lines;
  }

  private static String line(Known known, Said said) {
    return "%s %s %s %s %s"
        .formatted(
            known.resource(),
            said.signal().label(),
            said.value().isPresent() ? String.valueOf(said.value().getAsDouble()) : "-",
            said.provenance(),
            said.from());
  }
}
