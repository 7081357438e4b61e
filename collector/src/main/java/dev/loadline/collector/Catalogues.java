package dev.loadline.collector;

import dev.loadline.collector.catalogue.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the catalogue's tables come from. */
public final class Catalogues {
  private static final String DIRECTORY = "catalogue/";
  private static final int MAX_BYTES = 3 << 20;

  private Catalogues() {}

  /** All tables that lie beside these classes: one YAML file for each exporter. */
  public static Catalogue builtIn() {
    return Catalogue.of(builtInTexts());
  }

  /**
   * These and one's own.
   *
   * @param own files, and directories of which every {@code .yaml} and {@code .yml} counts
   * @throws IllegalArgumentException with all that is wrong in them
   */
  public static Catalogue with(List<Path> own) {
    Map<String, String> texts = builtInTexts();
    for (Path path : own) {
      for (Path file : files(path)) {
        texts.put(file.toString(), text(file));
      }
    }
    return Catalogue.of(texts);
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IllegalArgumentException("catalogue: " + file + " is larger than 3 MiB");
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static IllegalArgumentException unreadable(Path file, IOException cause) {
    String why =
        cause instanceof NoSuchFileException
            ? "there is no such file or directory"
            : cause instanceof CharacterCodingException
                ? "not UTF-8; save the file as UTF-8"
                : "cannot be read: " + cause.getClass().getSimpleName();
    return new IllegalArgumentException("catalogue: " + file + ": " + why, cause);
  }

  private static Map<String, String> builtInTexts() {
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
    return texts;
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
