package dev.loadline.collector;

import dev.loadline.collector.catalogue.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the catalogue's tables come from. */
public final class Catalogues {
  private static final String DIRECTORY = "catalogue/";

  private Catalogues() {}

  /** All tables that lie beside these classes: one YAML file for each exporter. */
  public static Catalogue builtIn() {
    ClassLoader loader = Catalogues.class.getClassLoader();
    Map<String, String> texts = new TreeMap<>();
    try {
      for (String name : names()) {
        try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(name))) {
          texts.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the built-in catalogue", e);
    }
    return Catalogue.of(texts);
  }

  private static List<String> names() throws IOException {
    URL self = Objects.requireNonNull(Catalogues.class.getResource("Catalogues.class"));
    if (self.openConnection() instanceof JarURLConnection jar) {
      return jar.getJarFile().stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(DIRECTORY) && name.endsWith(".yaml"))
          .toList();
    }
    URL directory =
        Objects.requireNonNull(Catalogues.class.getClassLoader().getResource(DIRECTORY));
    try (Stream<Path> files = Files.list(Path.of(uri(directory)))) {
      return files.map(file -> DIRECTORY + file.getFileName()).toList();
    }
  }

  private static URI uri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
