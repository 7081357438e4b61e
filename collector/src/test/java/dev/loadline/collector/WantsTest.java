package dev.loadline.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.collector.catalogue.Catalogue;
import dev.loadline.collector.catalogue.Recognition;
import dev.loadline.collector.exposition.Exposition;
import dev.loadline.collector.exposition.Format;
import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.exposition.MalformedException;
import dev.loadline.collector.exposition.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Skipping what gives nothing changes nothing: neither what is recognised nor what is told. */
class WantsTest {
  private static final Catalogue CATALOGUE = Catalogues.builtIn();
  private static final String MIXED =
      """
      # TYPE hikaricp_connections_max gauge
      hikaricp_connections_max{pool="a"} 10
      hikaricp_connections_max{pool="b"} 20
      hikaricp_connections_min{pool="a"} 1
      hikaricp_connections_min{pool="b"} 2
      stranger{a="1"} 1
      stranger{a="2"} 1
      {"stranger.too",a="1"} 1
      {"stranger.too",a="2"} 1
      stranger_created 1
      hikaricp_connections_usage_seconds_created{pool="a"} 1
      hikaricp_connections_usage_seconds_created{pool="b"} 1
      """;

  @ParameterizedTest
  @MethodSource("pages")
  void recognisesTheSame(byte[] page) throws MalformedException {
    Format format = Format.of(page);
    List<Point> all = Exposition.parse(page, format, Limits.STANDARD);
    List<Point> some = Exposition.select(page, format, Limits.STANDARD, CATALOGUE::wants);

    Recognition whole = CATALOGUE.recognise(all, "shop", "shop:1", 0);
    Recognition less = CATALOGUE.recognise(some, "shop", "shop:1", 0);

    assertThat(less.readings()).containsExactlyElementsOf(whole.readings());
    assertThat(less.unrecognised()).isEqualTo(whole.unrecognised());
    assertThat(less.dropped()).isEqualTo(whole.dropped());
  }

  static Stream<byte[]> pages() throws IOException {
    String directory = System.getenv("LOADLINE_EXPOSITIONS");
    Stream<byte[]> mixed = Stream.of(MIXED.getBytes(StandardCharsets.UTF_8));
    if (directory == null) {
      return mixed;
    }
    try (Stream<Path> files = Files.list(Path.of(directory))) {
      List<byte[]> pages =
          files.filter(file -> file.toString().endsWith(".txt")).map(WantsTest::bytes).toList();
      return Stream.concat(mixed, pages.stream());
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
