package dev.loadline.lab.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories that do not outlive the demo. */
public final class Directories {
  private Directories() {}

  /** Removes {@code directory} with all that is in it, as far as it can. */
  public static void remove(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // Only a temporary directory: what cannot be removed stays for the system to sweep.
    }
  }
}
