package dev.loadline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class AgentJarIT {

  private static final File FILE = new File(System.getProperty("agent.jar"));
  private static final long BUDGET = 6 << 20;
  private static final int JAVA_8 = 52;

  @Test
  void nothingButTheEntryPointAndTheSeamIsVisible() throws IOException {
    try (JarFile jar = new JarFile(FILE)) {
      assertThat(names(jar))
          .allMatch(
              name ->
                  name.equals("META-INF/MANIFEST.MF")
                      || name.matches("dev/loadline/agent/Agent(\\$\\w+)?\\.class")
                      || name.matches("dev/loadline/agent/boot/[^/]+\\.class")
                      || name.startsWith("inst/dev/loadline/agent/")
                      || name.startsWith("inst/META-INF/services/dev.loadline.agent."));
      assertThat(names(jar))
          .contains("dev/loadline/agent/Agent.class", "dev/loadline/agent/boot/Handoff.class");
    }
  }

  @Test
  void isolatedClassesAreNoClassesToOtherLoaders() throws IOException {
    try (JarFile jar = new JarFile(FILE)) {
      assertThat(names(jar))
          .filteredOn(name -> name.startsWith("inst/"))
          .noneMatch(name -> name.endsWith(".class"))
          .contains("inst/dev/loadline/agent/Wiring.classdata");
    }
  }

  @Test
  void everyClassRunsOnJava8() throws IOException {
    try (JarFile jar = new JarFile(FILE)) {
      for (String name : names(jar)) {
        if (name.endsWith(".class") || name.endsWith(".classdata")) {
          assertThat(version(jar, name)).as(name).isLessThanOrEqualTo(JAVA_8);
        }
      }
    }
  }

  private static int version(JarFile jar, String name) throws IOException {
    try (DataInputStream in = new DataInputStream(jar.getInputStream(jar.getEntry(name)))) {
      assertThat(in.readInt()).isEqualTo(0xCAFEBABE);
      return in.readInt() & 0xFFFF;
    }
  }

  @Test
  void entriesAreSortedAndOfOneTime() throws IOException {
    try (JarFile jar = new JarFile(FILE)) {
      assertThat(names(jar).get(0)).isEqualTo("META-INF/MANIFEST.MF");
      assertThat(names(jar).subList(1, names(jar).size())).isSorted();
      assertThat(jar.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
    }
  }

  @Test
  void theJarStaysWithinItsBudget() {
    assertThat(FILE.length()).isBetween(100_000L, BUDGET);
  }

  private static List<String> names(JarFile jar) {
    return jar.stream().map(ZipEntry::getName).toList();
  }
}
