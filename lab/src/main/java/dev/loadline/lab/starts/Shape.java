package dev.loadline.lab.starts;

import dev.loadline.lab.fetch.Libraries;
import dev.loadline.lab.fetch.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of application.
 *
 * @param name for the table
 * @param sources that it is compiled from; the first has its main class
 * @param libraries that it needs, {@code group:artifact:version}
 * @param does its first argument
 * @param agent arguments for the agent
 */
record Shape(String name, List<String> sources, List<String> libraries, String does, String agent) {

  private static final String HIKARI = "com.zaxxer:HikariCP:7.1.0";
  private static final String PORT = "port=0";

  /** The ten kinds. */
  static List<Shape> all() {
    return List.of(
        plain("plain", "plain"),
        new Shape("HikariCP", List.of("HikariShape", "StubDriver"), List.of(HIKARI), "", PORT),
        new Shape(
            "Tomcat",
            List.of("TomcatShape"),
            List.of("org.apache.tomcat.embed:tomcat-embed-core:10.1.59"),
            "",
            PORT),
        new Shape(
            "Jetty",
            List.of("JettyShape"),
            List.of("org.eclipse.jetty:jetty-server:12.1.14"),
            "",
            PORT),
        plain("executors", "executors"),
        plain("virtual threads", "virtual"),
        new Shape("class loaders", List.of("PlainShape"), List.of(HIKARI), "loaders", PORT),
        plain("exit in main", "exit"),
        plain("exception in main", "throw"),
        new Shape(
            "bad arguments",
            List.of("PlainShape"),
            List.of(),
            "plain",
            "prot=9,enabled=maybe,=,%n"));
  }

  private static Shape plain(String name, String does) {
    return new Shape(name, List.of("PlainShape"), List.of(), does, PORT);
  }

  /** Compiles it, and returns its class path. */
  String classPath(Path directory) throws IOException {
    String needed =
        libraries.isEmpty() ? "" : Libraries.classPath(libraries.toArray(String[]::new));
    Path classes = Files.createTempDirectory(directory, "shape");
    Sources.compile(classes, needed, sources.toArray(String[]::new));
    return classes + (needed.isEmpty() ? "" : File.pathSeparator + needed);
  }

  String main() {
    return sources.get(0);
  }

  /** Its arguments, with how long it stays when it is done. */
  List<String> arguments(long lingerMillis, String classPath) {
    List<String> arguments = new ArrayList<>(List.of(does, Long.toString(lingerMillis)));
    if (does.equals("loaders")) {
      arguments.add(classPath.split(File.pathSeparator, -1)[1]);
    }
    return arguments;
  }
}
