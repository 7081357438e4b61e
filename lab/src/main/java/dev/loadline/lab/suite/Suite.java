package dev.loadline.lab.suite;

import dev.loadline.lab.fetch.Libraries;
import dev.loadline.lab.fetch.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The tests of another project, as it published them.
 *
 * @param name of the project
 * @param coordinates of the library under test, {@code group:artifact:version}
 * @param tests of the archive with the tests; one of {@code test-sources} is compiled here
 * @param more what the tests need beside, where the library's own POM does not lead to it
 * @param selection arguments of JUnit's console launcher: which tests, with the archive as {@code
 *     TESTS}
 * @param options of the JVM, as the project sets them
 */
public record Suite(
    String name,
    String coordinates,
    String tests,
    List<String> more,
    List<String> selection,
    List<String> options) {

  private static final String VERTX = "io.vertx.tests.";

  private static final List<String> SCAN = List.of("--scan-classpath=TESTS");

  private static final List<String> OPENS =
      List.of(
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED");

  /** All that can be run, by the order in which they are. */
  public static List<Suite> all() {
    return List.of(
        new Suite(
            "commons-pool2",
            "org.apache.commons:commons-pool2:2.13.1",
            "org.apache.commons:commons-pool2:jar:test-sources:2.13.1",
            List.of(),
            SCAN,
            OPENS),
        new Suite(
            "commons-dbcp2",
            "org.apache.commons:commons-dbcp2:2.14.0",
            "org.apache.commons:commons-dbcp2:jar:tests:2.14.0",
            List.of(),
            SCAN,
            OPENS),
        vertx(),
        new Suite(
            "netty",
            "io.netty:netty-testsuite:4.2.20.Final",
            "io.netty:netty-testsuite:4.2.20.Final",
            List.of(
                "io.netty:netty-testsuite:4.2.20.Final", "ch.qos.logback:logback-classic:1.6.6"),
            SCAN,
            List.of("-Dio.netty.leakDetection.level=simple")));
  }

  /** What has threads, pools and queues; the whole takes most of an hour. */
  private static Suite vertx() {
    List<String> selection = new ArrayList<>();
    for (String type :
        List.of(
            "context.ContextTest",
            "context.ContextTaskTest",
            "context.TaskQueueTest",
            "deployment.DeploymentTest",
            "eventbus.EventBusInterceptorTest",
            "eventbus.LocalEventBusTest",
            "eventbus.MessageQueueOnWorkerThreadTest",
            "future.FutureTest",
            "http.Http1xTest",
            "http.HttpPoolCapacityTest",
            "http.HttpServerCloseSequenceTest",
            "http.SharedHttpClientTest",
            "pool.ConnectionPoolTest",
            "shareddata.AsynchronousLockTest",
            "timer.TimerTest",
            "vertx.VertxTest",
            "worker.ExecuteBlockingTest",
            "worker.NamedWorkerPoolTest")) {
      selection.add("--select-class=" + VERTX + type);
    }
    return new Suite(
        "vertx-core",
        "io.vertx:vertx-core:5.1.6",
        "io.vertx:vertx-core:jar:tests:5.1.6",
        List.of(
            "io.vertx:vertx-core:5.1.6",
            "junit:junit:4.13.2",
            "org.assertj:assertj-core:3.27.7",
            "com.fasterxml.jackson.core:jackson-databind:2.22.4",
            "org.apache.logging.log4j:log4j-core:2.25.3",
            "org.slf4j:slf4j-api:2.0.20"),
        selection,
        List.of());
  }

  /**
   * The tests on disk: their archive, or the directory in {@code work} that they were compiled
   * into.
   */
  Path archive(Path work, String classPath) throws IOException {
    Path archive = Libraries.file(tests);
    if (!tests.contains(":test-sources:")) {
      return archive;
    }
    return Sources.compileAll(Files.createTempDirectory(work, name), classPath, archive);
  }

  /** What the tests need, the library under test included, the tests excluded. */
  String classPath() {
    if (!more.isEmpty()) {
      return Libraries.classPath(more.toArray(new String[0]));
    }
    return Libraries.classPath(coordinates)
        + File.pathSeparator
        + Libraries.testClassPath(coordinates);
  }

  /** The launcher's arguments for {@code archive}. */
  List<String> selectionIn(Path archive) {
    return selection.stream().map(argument -> argument.replace("TESTS", "" + archive)).toList();
  }
}
