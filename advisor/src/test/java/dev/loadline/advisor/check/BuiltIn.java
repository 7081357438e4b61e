package dev.loadline.advisor.check;

import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The models that come with the program, as they lie on the class path. */
final class BuiltIn {
  private static final List<String> NAMES =
      List.of("capsules", "video", "capsules-million", "hospital", "calls");

  private BuiltIn() {}

  static Stream<String> names() {
    return NAMES.stream().filter(name -> BuiltIn.class.getResource(resource(name)) != null);
  }

  static ModelFile model(String name) {
    try (InputStream in = BuiltIn.class.getResourceAsStream(resource(name))) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return ModelFile.parse(name + ".yaml", text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The claim of a model, or of a changed one, recomputed. */
  static CheckedClaim claim(ModelFile file, String id) {
    return Claims.of(file).stream()
        .filter(checked -> checked.claim().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no claim " + id));
  }

  static ModelFile option(ModelFile file, String name) {
    Option option = Objects.requireNonNull(file.model().options().get(name));
    return file.with(option.changes());
  }

  static List<String> ids(ModelFile file) {
    return file.model().claims().stream().map(located -> located.value().id()).toList();
  }

  /** {@code 001-01} and so on. */
  static List<String> ids(String document, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> document + "-%02d".formatted(i)).toList();
  }

  private static String resource(String name) {
    return "/models/" + name + ".yaml";
  }
}
