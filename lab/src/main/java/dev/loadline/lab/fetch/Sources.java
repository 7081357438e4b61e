package dev.loadline.lab.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Applications that are compiled at run time, against the libraries that they are to run with: they
 * must see neither the lab nor its libraries.
 */
public final class Sources {
  private Sources() {}

  /** Compiles the resources {@code /apps/<name>.java} into {@code to}, and returns that. */
  public static Path compile(Path to, String classPath, String... names) throws IOException {
    List<Path> files = new ArrayList<>();
    Path from = Files.createTempDirectory(to, "sources");
    for (String name : names) {
      try (InputStream in = Sources.class.getResourceAsStream("/apps/" + name + ".java")) {
        if (in == null) {
          throw new IllegalArgumentException("no /apps/" + name + ".java");
        }
        files.add(Files.write(from.resolve(name + ".java"), in.readAllBytes()));
      }
    }
    return compile(to, classPath, files);
  }

  /** Compiles all sources in {@code jar} into {@code to}, and lays its other files beside. */
  public static Path compileAll(Path to, String classPath, Path jar) throws IOException {
    List<Path> files = new ArrayList<>();
    try (JarFile archive = new JarFile(jar.toFile())) {
      for (JarEntry entry : (Iterable<JarEntry>) archive.stream()::iterator) {
        Path file = to.resolve(entry.getName()).normalize();
        if (!entry.isDirectory() && file.startsWith(to)) {
          Files.createDirectories(file.resolveSibling("."));
          try (InputStream in = archive.getInputStream(entry)) {
            Files.write(file, in.readAllBytes());
          }
          if (file.toString().endsWith(".java")) {
            files.add(file);
          }
        }
      }
    }
    return compile(to, classPath, files);
  }

  private static Path compile(Path to, String classPath, List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        Stream.of("--release 17 -proc:none -nowarn -encoding UTF-8".split(" ", -1))
            .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    options.addAll(List.of("-cp", classPath, "-d", to.toString()));
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      if (!compiler
          .getTask(
              messages,
              manager,
              null,
              options,
              null,
              manager.getJavaFileObjects(files.toArray(new Path[0])))
          .call()) {
        throw new IllegalStateException("does not compile: " + messages);
      }
    }
    return to;
  }
}
