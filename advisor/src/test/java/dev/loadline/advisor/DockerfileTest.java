package dev.loadline.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be known of an image without building it. */
class DockerfileTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern IMAGE = Pattern.compile("[a-z][a-z-]*:\\d+\\.\\d+\\.\\d[\\w.-]*");
  private static final Pattern BUILT = Pattern.compile("/build/([a-z]+)/target/([a-z-]+)\\.jar");
  private static final Pattern PROJECT = Pattern.compile("--projects ([a-z]+)");

  @ParameterizedTest
  @ValueSource(strings = {"loadline", "loadline-agent"})
  void imagesAreNamedExactlyAndWithoutARegistry(String image) throws IOException {
    assertThat(read(image).all("FROM"))
        .isNotEmpty()
        .allSatisfy(from -> assertThat(from.words().get(0)).matches(IMAGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"loadline", "loadline-agent"})
  void theJarIsOneThatTheBuildMakes(String image) throws IOException {
    Dockerfile file = read(image);
    List<Dockerfile.Instruction> copies = file.lastStage().all("COPY").toList();
    MatchResult built = find(BUILT, copies.get(0).text());
    String module = built.group(1);

    assertThat(copies).hasSize(1);
    assertThat(copies.get(0).has("--from=build ")).isTrue();
    assertThat(file.all("FROM")).anySatisfy(from -> assertThat(from.text()).endsWith(" AS build"));
    assertThat(file.all("WORKDIR").toList().get(0).text()).isEqualTo("/build");
    assertThat(find(PROJECT, file.all("RUN").toList().get(0).text()).group(1)).isEqualTo(module);
    assertThat(Files.readString(ROOT.resolve("pom.xml")))
        .contains("<module>" + module + "</module>");
    assertThat(Files.readString(ROOT.resolve(module).resolve("pom.xml")))
        .containsAnyOf(
            "<finalName>" + built.group(2) + "</finalName>",
            "<outputFile>${project.build.directory}/" + built.group(2) + ".jar</outputFile>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"loadline", "loadline-agent"})
  void itRunsAsANumberedUserAndWithoutAShell(String image) throws IOException {
    Dockerfile last = read(image).lastStage();

    assertThat(last.all("USER"))
        .extracting(Dockerfile.Instruction::text)
        .containsExactly("65532:65532");
    assertThat(last.all("ENTRYPOINT"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.text()).matches("\\[\"[^\"]+\"(, \"[^\"]+\")*]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"loadline", "loadline-agent"})
  void itSaysWhatItIs(String image) throws IOException {
    String labels = read(image).lastStage().all("LABEL").findFirst().orElseThrow().text();

    assertThat(labels)
        .contains(
            "org.opencontainers.image.title=\"" + image + "\"",
            "org.opencontainers.image.description=",
            "org.opencontainers.image.licenses=\"Apache-2.0\"",
            "org.opencontainers.image.version=\"${VERSION}\"",
            "org.opencontainers.image.revision=\"${REVISION}\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"loadline", "loadline-agent"})
  void itIsTheVersionOfTheBuild(String image) throws IOException {
    MatchResult version =
        find(
            Pattern.compile("<version>(.+?)</version>"), Files.readString(ROOT.resolve("pom.xml")));

    assertThat(read(image).all("ARG"))
        .extracting(Dockerfile.Instruction::text)
        .contains("VERSION=" + version.group(1));
  }

  private static MatchResult find(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + pattern + " in: " + text));
  }

  private static Dockerfile read(String image) throws IOException {
    return Dockerfile.read(ROOT.resolve("docker").resolve(image).resolve("Dockerfile"));
  }
}
