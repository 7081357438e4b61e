package dev.loadline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import net.bytebuddy.jar.asm.ClassReader;
import org.junit.jupiter.api.Test;

class AgentJarIT {

  private static final File FILE = new File(System.getProperty("agent.jar"));
  private static final long BUDGET = 6_000_000;
  private static final int JAVA_8 = 52;

  /** JNA, with which Byte Buddy would put classes into others' loaders; the agent does not. */
  private static final String NATIVE_ACCESS = "com/sun/jna/";

  private static final int CLASS = 7;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_TYPE = 16;
  private static final Pattern DESCRIBED = Pattern.compile("L([^;]+);");

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

  /** Of the classes that none of the agent's leads to, the build leaves out all. */
  @Test
  void everyClassThatAnotherNamesIsThere() throws IOException {
    Map<String, String> missing = new TreeMap<>();
    try (JarFile jar = new JarFile(FILE)) {
      for (String name : names(jar)) {
        if (name.endsWith(".class") || name.endsWith(".classdata")) {
          for (String type : named(jar, name)) {
            if (!isThere(jar, type) && !type.startsWith(NATIVE_ACCESS)) {
              missing.put(type, name);
            }
          }
        }
      }
    }
    assertThat(missing).as("missing class and who names it").isEmpty();
  }

  private static boolean isThere(JarFile jar, String type) {
    return jar.getEntry("inst/" + type + ".classdata") != null
        || jar.getEntry(type + ".class") != null
        || ClassLoader.getPlatformClassLoader().getResource(type + ".class") != null;
  }

  /** All classes that the constants of a class name, those of its descriptors included. */
  private static Set<String> named(JarFile jar, String entry) throws IOException {
    Set<String> types = new TreeSet<>();
    try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
      ClassReader reader = new ClassReader(in.readAllBytes());
      char[] buffer = new char[reader.getMaxStringLength()];
      for (int i = 1; i < reader.getItemCount(); i++) {
        int at = reader.getItem(i);
        int tag = at == 0 ? 0 : reader.readByte(at - 1);
        if (tag == CLASS || tag == METHOD_TYPE) {
          add(types, reader.readUTF8(at, buffer));
        } else if (tag == NAME_AND_TYPE) {
          add(types, reader.readUTF8(at + 2, buffer));
        }
      }
    }
    return types;
  }

  private static void add(Set<String> types, String constant) {
    if (constant.matches("[^\\[(;]{2,}")) {
      types.add(constant);
    } else {
      DESCRIBED.matcher(constant).results().forEach(found -> types.add(found.group(1)));
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
