package dev.loadline.lab.demo;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Where the agent's jar lies: {@code lib/agent/loadline-agent.jar} beside the lab's own jar. */
public final class AgentJar {
  private AgentJar() {}

  /**
   * Finds it beside the jar, or beside the classes when the lab runs unpacked.
   *
   * @throws IllegalStateException when it has not been built
   */
  public static Path find() {
    Path home = home();
    return List.of(home, home.resolve("target")).stream()
        .map(directory -> directory.resolve("lib/agent/loadline-agent.jar"))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no lib/agent/loadline-agent.jar in "
                        + home
                        + "; build it with: mvn -DskipTests package"));
  }

  private static Path home() {
    try {
      Path code =
          Path.of(AgentJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Objects.requireNonNull(code.toAbsolutePath().getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
