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

/** Built-in models as tests read them. */
final class BuiltIn {

  private BuiltIn() {}

  static ModelFile read(String name) {
    try (InputStream in = BuiltIn.class.getResourceAsStream("/models/" + name + ".yaml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return ModelFile.parse(name + ".yaml", text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CheckedClaim claim(ModelFile file, String id) {
    return Claims.of(file).stream()
        .filter(claim -> claim.claim().id().equals(id))
        .findFirst()
        .orElseThrow();
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
}
