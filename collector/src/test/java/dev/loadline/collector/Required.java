package dev.loadline.collector;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A program that a test needs beside Java. Where it is absent the test is skipped and says so; with
 * {@code LOADLINE_REQUIRE_ALL=true} in the environment, as in continuous integration, it fails.
 */
public final class Required {
  private Required() {}

  /** The place of {@code name} on the path or where Debian keeps servers. */
  public static Path program(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/sbin"))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> absent(name));
  }

  private static Path absent(String name) {
    String reason = name + " is not on the path; install it to run this test";
    return "true".equals(System.getenv("LOADLINE_REQUIRE_ALL")) ? fail(reason) : abort(reason);
  }
}
