package dev.loadline.advisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds and reads the configuration. */
final class ConfigFile {
  private static final Path USUAL = Path.of("loadline.yaml");

  private ConfigFile() {}

  /**
   * @param given what the command line names; null for {@code loadline.yaml} here, or the defaults
   *     where there is none
   * @throws IllegalArgumentException with all that is wrong, a line each
   */
  static LoadlineSettings read(@Nullable Path given) {
    if (given == null && !Files.exists(USUAL)) {
      return LoadlineSettings.parse("defaults", "{}");
    }
    Path path = given == null ? USUAL : given;
    try {
      return LoadlineSettings.parse(path.toString(), Files.readString(path));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be read: %s".formatted(path, e.getClass().getSimpleName()), e);
    }
  }
}
