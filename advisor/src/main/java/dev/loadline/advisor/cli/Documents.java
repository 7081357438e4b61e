package dev.loadline.advisor.cli;

import dev.loadline.advisor.document.ModelFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The documents that a command line names.
 *
 * @param models in the order in which they were named, each once
 */
record Documents(List<ModelFile> models) {

  Documents {
    models = List.copyOf(models);
  }

  /**
   * Reads built-in models by name, models in YAML and documents in Markdown.
   *
   * @throws IllegalArgumentException with all that is wrong with any of them, a line each
   */
  static Documents read(List<String> named) {
    List<ModelFile> models = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String name : named.stream().distinct().toList()) {
      try {
        models.add(model(name));
      } catch (IllegalArgumentException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new Documents(models);
  }

  static ModelFile model(String named) {
    return isMarkdown(named) ? imported(Models.file(named)) : Models.find(named);
  }

  /** The one place where Markdown becomes a model. */
  private static ModelFile imported(Path file) {
    throw new IllegalArgumentException(
        file + ": Markdown cannot be read yet; write the model in YAML");
  }

  private static boolean isMarkdown(String named) {
    String lower = named.toLowerCase(Locale.ROOT);
    return lower.endsWith(".md") || lower.endsWith(".markdown");
  }
}
