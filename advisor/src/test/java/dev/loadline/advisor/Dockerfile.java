package dev.loadline.advisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The instructions of a Dockerfile, continued lines joined.
 *
 * @param instructions in their order
 */
record Dockerfile(List<Instruction> instructions) {

  /**
   * One instruction.
   *
   * @param name in upper case, for example {@code COPY}
   * @param text all that follows
   */
  record Instruction(String name, String text) {
    /** The words that are not flags. */
    List<String> words() {
      return Stream.of(text.split("\\s+")).filter(word -> !word.startsWith("--")).toList();
    }

    boolean has(String flag) {
      return text.contains(flag);
    }
  }

  static Dockerfile read(Path file) throws IOException {
    String joined = Files.readString(file).replaceAll("(?m)^#.*\n", "").replaceAll("\\\\\n", " ");
    return new Dockerfile(
        joined.lines().filter(line -> !line.isBlank()).map(Dockerfile::instruction).toList());
  }

  private static Instruction instruction(String line) {
    String[] parts = line.strip().split("\\s+", 2);
    return new Instruction(parts[0].toUpperCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
  }

  Stream<Instruction> all(String name) {
    return instructions.stream().filter(instruction -> instruction.name().equals(name));
  }

  /** What the image itself is made of: everything from the last {@code FROM}. */
  Dockerfile lastStage() {
    int from = 0;
    for (int i = 0; i < instructions.size(); i++) {
      from = instructions.get(i).name().equals("FROM") ? i : from;
    }
    return new Dockerfile(instructions.subList(from, instructions.size()));
  }
}
