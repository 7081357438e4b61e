package dev.loadline.advisor.cli;

import dev.loadline.advisor.document.ModelFile;
import dev.loadline.collector.yaml.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds models by name among the built-in ones, or in a file. */
final class Models {
  static final List<String> BUILT_IN =
      List.of("capsules", "video", "capsules-million", "hospital", "calls");

  private Models() {}

  static List<ModelFile> builtIn() {
    return BUILT_IN.stream().map(Models::find).toList();
  }

  /**
   * @param named {@code capsules} or {@code models/orders.yaml}
   * @throws IllegalArgumentException where there is neither, or where the file is wrong
   */
  static ModelFile find(String named) {
    return BUILT_IN.contains(named)
        ? ModelFile.parse(named + ".yaml", text(named))
        : ModelFile.parse(named, TextFile.read(file(named)));
  }

  /**
   * The file of that name.
   *
   * @throws IllegalArgumentException where there is none, with the built-in models
   */
  static Path file(String named) {
    Optional<Path> file = path(named).filter(Files::exists);
    return file.orElseThrow(
        () ->
            new IllegalArgumentException(
                "document '%s' is neither a file nor one of the built-in models: %s%s"
                    .formatted(
                        named,
                        String.join(", ", BUILT_IN),
                        Nearest.to(named, BUILT_IN)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse(""))));
  }

  private static Optional<Path> path(String named) {
    try {
      return named.isEmpty() ? Optional.empty() : Optional.of(Path.of(named));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A built-in model as it is written. */
  static String text(String builtIn) {
    try (InputStream in = Models.class.getResourceAsStream("/models/" + builtIn + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("the archive lacks the model " + builtIn);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
