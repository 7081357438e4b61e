package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent must never do to its application, one fact a test. */
class SafetyContractIT {

  private static final String HOME = System.getProperty("java.home");
  private static final String LATE_PACKAGES =
      "(java\\.util\\.logging|java\\.lang\\.management|javax\\.management|sun\\.management"
          + "|java\\.nio\\.file|java\\.net\\.http|com\\.sun\\.net\\.httpserver)\\..*";

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("dev.loadline.agent.ChildJvm#javaHomes")
  void noLoggingManagementOrFilesBeforeMainAndTheArchiveIsKept(String home) throws Exception {
    Path idle = AgentArchive.pack(directory, "", IdleAgent.class);
    List<String> bare = loaded(home, idle.toString());
    List<String> with = loaded(home, System.getProperty("agent.jar") + "=port=0");
    assertThat(names(with).filter(name -> name.matches(LATE_PACKAGES)))
        .isSubsetOf(names(bare).toList());
    assertThat(with).filteredOn(line -> line.contains("loadline.agent.probe.Engine ")).hasSize(1);
    assertThat(shared(bare)).as("from the archive, with an idle agent").isGreaterThan(300);
    assertThat(shared(with)).as("with this one").isGreaterThan(shared(bare));
  }

  /** What was loaded before the application's main class. */
  private List<String> loaded(String home, String agent) throws Exception {
    Path log = Files.createTempFile(directory, "classes", ".log");
    List<String> options = List.of("-Xlog:class+load:file=" + log, "-javaagent:" + agent);
    try (ChildJvm jvm =
        ChildJvm.start(
            home,
            directory,
            null,
            options,
            archivesFirst(),
            SafetyApp.class.getName(),
            "exit",
            "0")) {
      jvm.exit();
    }
    return Files.readAllLines(log).stream()
        .takeWhile(line -> !line.contains(SafetyApp.class.getName()))
        .toList();
  }

  /** An application that comes out of an archive, for whose sake the JDK loads classes itself. */
  private static String archivesFirst() {
    List<String> places = new ArrayList<>(List.of(ChildJvm.classPath().split(File.pathSeparator)));
    Collections.rotate(places, -1);
    return String.join(File.pathSeparator, places);
  }

  private static Stream<String> names(List<String> lines) {
    return lines.stream().map(line -> line.replaceAll("^(\\[[^]]*\\])+ (\\S+).*", "$2"));
  }

  private static long shared(List<String> lines) {
    return lines.stream().filter(line -> line.contains("shared objects file")).count();
  }

  @ParameterizedTest
  @MethodSource("dev.loadline.agent.ChildJvm#javaHomes")
  void itsThreadsAreDaemonsAndFew(String home) throws Exception {
    try (ChildJvm bare =
            ChildJvm.start(home, directory, null, List.of(), SafetyApp.class, "threads").ready();
        ChildJvm jvm =
            ChildJvm.start(home, directory, "port=0", List.of(), SafetyApp.class, "threads")
                .ready()) {
      for (int i = 0; i < 5; i++) {
        jvm.metrics();
      }
      assertThat(jvm.exit()).isEqualTo(bare.exit()).isZero();
      List<String> before = bare.out().lines().toList();
      assertThat(jvm.out().lines().filter(line -> !before.contains(line)))
          .containsExactly("thread loadline-agent daemon true");
      assertThat(jvm.err().lines()).hasSizeLessThanOrEqualTo(5);
    }
  }

  @ParameterizedTest
  @CsvSource({"exit, 0", "exit, 9", "halt, 7"})
  void exitCodesAndOutputAreTheApplications(String how, String code) throws Exception {
    try (ChildJvm jvm =
        ChildJvm.start(HOME, directory, "port=0", List.of(), SafetyApp.class, how, code).ready()) {
      assertThat(jvm.exit()).isEqualTo(Integer.parseInt(code));
      assertThat(jvm.out()).isEqualTo("ready\n");
      assertThat(jvm.err()).isEmpty();
    }
  }

  @Test
  void aSignalEndsTheApplicationAsWithoutTheAgent() throws Exception {
    try (ChildJvm bare =
            ChildJvm.start(HOME, directory, null, List.of(), SafetyApp.class, "wait").ready();
        ChildJvm jvm =
            ChildJvm.start(HOME, directory, "port=0", List.of(), SafetyApp.class, "wait").ready()) {
      jvm.metrics();
      assertThat(jvm.terminate()).isEqualTo(bare.terminate()).isEqualTo(143);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keytool -help",
        "jcmd -h",
        "javac -version",
        "jar --version",
        "javap -version",
        "jarsigner -help"
      })
  void toolsOfTheJdkAreLeftAlone(String tool) throws Exception {
    String bare = tool(tool, "");
    String with = tool(tool, "-javaagent:" + System.getProperty("agent.jar") + "=prot=1");
    assertThat(with.replaceAll("Picked up JAVA_TOOL_OPTIONS.*\n", ""))
        .isEqualTo(bare.replaceAll("Picked up JAVA_TOOL_OPTIONS.*\n", ""))
        .doesNotContain("loadline");
  }

  private static String tool(String tool, String options) throws Exception {
    String[] command = tool.split(" ", -1);
    command[0] = HOME + "/bin/" + command[0];
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_TOOL_OPTIONS", options);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() + "\n" + said;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "port",
        "port=",
        "port=-1",
        "port=65536",
        "port=1e3",
        "port=0x10",
        "port=99999999999999999999",
        "host=",
        "host=no such host",
        "host=256.256.256.256",
        "host=[",
        "enabled=",
        "enabled=TRUE",
        "=",
        ",,,,",
        "a=b=c=d",
        "kill_switch=/proc/1/mem/none",
        "kill_switch=\u0001",
        "resource_attributes==",
        "%n%s%x{}\\"
      })
  void malformedConfigurationStartsTheApplication(String arguments) throws Exception {
    try (ChildJvm jvm =
        ChildJvm.start(HOME, directory, arguments, List.of(), SafetyApp.class, "wait").ready()) {
      assertThat(jvm.exit()).isZero();
      assertThat(jvm.out()).isEqualTo("ready\n");
      assertThat(jvm.err().lines())
          .hasSizeLessThanOrEqualTo(2)
          .allMatch(line -> line.startsWith("loadline: "));
    }
  }

  static Stream<List<String>> options() {
    return Stream.of(
        List.of("-Xmx32m", "-XX:+UseSerialGC"),
        List.of("-XX:+UseZGC", "-Xmx128m"),
        List.of("-Xverify:all", "-XX:-UseSharedSpaces"),
        List.of("-Djava.security.manager", "-Djava.security.policy==all.policy"),
        List.of("-Djava.io.tmpdir=/nowhere", "-Duser.home=/nowhere", "-XX:-UsePerfData"),
        List.of("-XX:+DisableAttachMechanism", "-Xint"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void unusualJvmsMeasureTheSame(List<String> options) throws Exception {
    Path policy = directory.resolve("all.policy");
    Files.writeString(policy, "grant { permission java.security.AllPermission; };");
    List<String> given =
        options.stream().map(option -> option.replace("all.policy", policy.toString())).toList();
    try (ChildJvm bare = ChildJvm.start(HOME, directory, null, given, PoolApp.class).ready();
        ChildJvm jvm = ChildJvm.start(HOME, directory, "port=0", given, PoolApp.class).ready()) {
      String metrics = jvm.metrics();
      assertThat(sample(metrics, "loadline_resource_acquired_total{kind=\"pool\"")).isEqualTo(6);
      assertThat(metrics).doesNotContain("loadline_agent_hook_errors_total{");
      assertThat(jvm.exit()).isEqualTo(bare.exit()).isEqualTo(3);
      assertThat(jvm.out()).isEqualTo(bare.out());
      assertThat(strange(jvm)).isEqualTo(strange(bare));
    }
  }

  private static List<String> strange(ChildJvm jvm) throws IOException {
    return jvm.err().lines().filter(line -> !line.startsWith("loadline: metrics at ")).toList();
  }

  @Test
  void whatMainChoosesForLoggingAndManagementHolds() throws Exception {
    try (ChildJvm jvm =
        ChildJvm.start(HOME, directory, "port=0", List.of(), SafetyApp.class, "choose").ready()) {
      jvm.metrics();
      assertThat(jvm.exit()).isZero();
      assertThat(jvm.out()).contains("OwnLogManager\n").containsOnlyOnce("own MBean server\n");
    }
  }

  @Test
  void classLoadersThatAreThrownAwayAreForgotten() throws Exception {
    String loaders = System.getProperty("loadline.loaders", "5000");
    try (ChildJvm jvm =
        ChildJvm.start(
            HOME,
            directory,
            "port=0",
            List.of("-Xmx64m", "-XX:MaxMetaspaceSize=64m", "-XX:+UseSerialGC"),
            SafetyApp.class,
            "loaders",
            ChildJvm.classPath(),
            "com.zaxxer.hikari.pool.ProxyConnection",
            loaders)) {
      await()
          .atMost(Duration.ofMinutes(10))
          .until(() -> jvm.out().contains("loaded " + loaders + "\n") || !jvm.err().isEmpty());
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"hikaricp\", \"state\": \"matched\"")
          .contains("com.zaxxer.hikari.pool.ProxyConnection");
      assertThat(jvm.exit()).isZero();
      assertThat(jvm.err()).doesNotContain("OutOfMemory");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"enter", "exit"})
  void hooksThatAlwaysFailAreSwitchedOffUnnoticed(String where) throws Exception {
    List<String> fault = List.of("-Dloadline.fault=" + where);
    try (ChildJvm bare =
            ChildJvm.start(HOME, directory, null, List.of(), PoolApp.class, "", "12").ready();
        ChildJvm jvm =
            ChildJvm.start(HOME, directory, "port=0", fault, PoolApp.class, "", "12").ready()) {
      String metrics = jvm.metrics();
      String status = jvm.get("/agent/status", "*/*").body();
      for (String hook :
          List.of(
              "com.zaxxer.hikari.pool.PoolEntry.createProxyConnection",
              "com.zaxxer.hikari.pool.HikariPool.recycle",
              "com.zaxxer.hikari.pool.ProxyStatement.execute*")) {
        assertThat(sample(metrics, "loadline_agent_hook_errors_total{hook=\"" + hook + "\""))
            .isEqualTo(10);
        assertThat(status).contains("{\"name\": \"" + hook + "\", \"on\": false, \"errors\": 10}");
      }
      assertThat(jvm.exit()).isEqualTo(bare.exit()).isEqualTo(3);
      String held = "held \\d+";
      assertThat(jvm.out().replaceAll(held, "held")).isEqualTo(bare.out().replaceAll(held, "held"));
    }
  }
}
