package dev.loadline.advisor.cli;

import dev.loadline.advisor.cli.render.SarifPlace;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.markdown.Draft;
import dev.loadline.advisor.document.markdown.MarkdownImport;
import dev.loadline.advisor.ledger.manifest.Manifests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The documents that a command line names.
 *
 * @param models in the order in which they were named, each once
 * @param deployed texts of deployment files by their names
 * @param remarks what was not understood of documents in Markdown, a line each
 */
record Documents(List<ModelFile> models, Map<String, String> deployed, List<String> remarks) {
  private static final Pattern MODEL = Pattern.compile("(?m)^[\"']?model[\"']?\\s*:");
  private static final Pattern DATA = Pattern.compile("(?i)\\.(ya?ml|json)$");

  Documents {
    models = List.copyOf(models);
    remarks = List.copyOf(remarks);
    deployed = Collections.unmodifiableMap(new LinkedHashMap<>(deployed));
  }

  /**
   * Reads built-in models by name, models in YAML, documents in Markdown, and what is deployed.
   *
   * @param ledger whether deployment files are wanted
   * @throws IllegalArgumentException with all that is wrong with any of them, a line each
   */
  static Documents read(List<String> named, boolean ledger) {
    List<ModelFile> models = new ArrayList<>();
    Map<String, String> deployed = new LinkedHashMap<>();
    List<String> remarks = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String name : named.stream().distinct().toList()) {
      try {
        Optional<String> deployment = deployment(name);
        if (deployment.isEmpty()) {
          models.add(isMarkdown(name) ? imported(name, remarks) : Models.find(name));
        } else if (ledger) {
          deployed.put(name, deployment.get());
        } else {
          problems.add(name + " is a deployment file and no model; --ledger sums it up");
        }
      } catch (IllegalArgumentException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new Documents(models, deployed, remarks);
  }

  /** The text of a file that says what is deployed; empty where it is none. */
  private static Optional<String> deployment(String named) {
    if (Models.BUILT_IN.contains(named) || isMarkdown(named)) {
      return Optional.empty();
    }
    String text = TextFile.read(Models.file(named));
    return MODEL.matcher(text).find() || !Manifests.recognises(named, text)
        ? Optional.empty()
        : Optional.of(text);
  }

  static ModelFile model(String named) {
    return isMarkdown(named) ? imported(named, new ArrayList<>()) : Models.find(named);
  }

  /**
   * A model of what could be read of a document in Markdown. Its claims name their lines; what is
   * found in its other parts names those of the draft, as {@code import} prints it.
   */
  private static ModelFile imported(String named, List<String> remarks) {
    Draft draft = draft(named);
    if (!draft.unread().isEmpty()) {
      remarks.add(
          "%s: lines with figures that were not understood: %d; import lists them"
              .formatted(named, draft.unread().size()));
    }
    return ModelFile.parse(named + SarifPlace.DRAFT, draft.yaml());
  }

  /**
   * What could be read of a document in Markdown.
   *
   * @throws IllegalArgumentException where it cannot be read, or nothing in it is understood
   */
  static Draft draft(String named) {
    String text = TextFile.read(Models.file(named));
    Matcher data = DATA.matcher(named);
    if (data.find()) {
      throw new IllegalArgumentException(
          "%s is %s already; check reads it as it is"
              .formatted(named, data.group(1).equalsIgnoreCase("json") ? "JSON" : "YAML"));
    }
    Draft draft = MarkdownImport.read(named, text);
    if (draft.facts().isEmpty()) {
      throw new IllegalArgumentException(
          "no figure was understood in %s; is it a capacity document?".formatted(named));
    }
    return draft;
  }

  private static boolean isMarkdown(String named) {
    String lower = named.toLowerCase(Locale.ROOT);
    return lower.endsWith(".md") || lower.endsWith(".markdown");
  }
}
