package dev.loadline.lab.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine that a user would run on: this one, and a newer beside it. */
public final class Jdks {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  private Jdks() {}

  /** This JDK's home, then that of the newest one installed beside it, if that is newer. */
  public static List<Path> homes() {
    Path here = Path.of(System.getProperty("java.home"));
    TreeMap<Integer, Path> all = new TreeMap<>();
    Path around = here.getParent();
    if (around != null) {
      try (Stream<Path> homes = Files.list(around)) {
        homes
            .filter(home -> Files.isExecutable(home.resolve("bin/java")))
            .forEach(home -> all.put(feature(home), home));
      } catch (IOException unreadable) {
        return List.of(here);
      }
    }
    Map.Entry<Integer, Path> newest = all.lastEntry();
    return newest == null || newest.getKey() <= Runtime.version().feature()
        ? List.of(here)
        : List.of(here, newest.getValue());
  }

  /** The feature release of the JDK in {@code home}, e.g. 25; 0 where it does not say. */
  public static int feature(Path home) {
    try {
      Matcher version =
          VERSION.matcher(Files.readString(home.resolve("release"), StandardCharsets.UTF_8));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException unreadable) {
      return 0;
    }
  }
}
