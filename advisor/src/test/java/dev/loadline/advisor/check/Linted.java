package dev.loadline.advisor.check;

import dev.loadline.advisor.document.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What rules find in models that tests write down. */
final class Linted {

  private Linted() {}

  /** {@code error 000-08: …}, what one rule finds. */
  static List<String> by(Rule rule, String model, String... beside) {
    return rule
        .findings(Subject.of(file(model), Arrays.stream(beside).map(Linted::file).toList()))
        .stream()
        .map(one -> "%s %s: %s".formatted(one.severity(), one.subject(), one.message()))
        .toList();
  }

  /** {@code error arithmetic 000-08}, what all rules find in a resource. */
  static List<String> all(String resource, ModelFile... beside) {
    return Report.of(resource(resource), List.of(beside)).findings().stream()
        .map(one -> "%s %s %s".formatted(one.severity(), one.rule(), one.subject()))
        .toList();
  }

  static ModelFile resource(String name) {
    return ModelFile.parse(name.substring(name.lastIndexOf('/') + 1), text(name));
  }

  static String text(String name) {
    try (InputStream in = Linted.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static ModelFile file(String model) {
    return ModelFile.parse("model.yaml", model);
  }
}
