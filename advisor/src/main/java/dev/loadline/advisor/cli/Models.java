package dev.loadline.advisor.cli;

import dev.loadline.advisor.document.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds models by name among the built-in ones, or in a file. */
final class Models {
  private static final List<String> BUILT_IN =
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
    if (BUILT_IN.contains(named)) {
      return ModelFile.parse(named + ".yaml", builtIn(named));
    }
    Path file = Path.of(named);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "document '%s' is neither a file nor one of the built-in models: %s"
              .formatted(named, String.join(", ", BUILT_IN)));
    }
    try {
      return ModelFile.parse(named, Files.readString(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(named + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String builtIn(String name) {
    try (InputStream in = Models.class.getResourceAsStream("/models/" + name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("the archive lacks the model " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
