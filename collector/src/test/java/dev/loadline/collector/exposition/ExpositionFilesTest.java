package dev.loadline.collector.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads whatever expositions lie in the directory that LOADLINE_EXPOSITIONS names. */
class ExpositionFilesTest {

  @Test
  void everyFileParses() throws IOException, MalformedException {
    String directory = System.getenv("LOADLINE_EXPOSITIONS");
    assumeTrue(directory != null, "LOADLINE_EXPOSITIONS names no directory of *.txt expositions");

    List<Path> files = filesIn(Path.of(directory));

    assertThat(files).isNotEmpty();
    for (Path file : files) {
      assertThat(Exposition.parse(Files.readAllBytes(file), format(file), Limits.STANDARD))
          .as(file.toString())
          .isNotEmpty();
    }
  }

  private static List<Path> filesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private static Format format(Path file) throws IOException {
    return Files.readString(file).stripTrailing().endsWith("# EOF")
        ? Format.OPEN_METRICS
        : Format.TEXT;
  }
}
