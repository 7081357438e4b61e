package dev.loadline.advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LoadlineTest {
  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine commandLine = Loadline.commandLine();
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return commandLine.execute(Loadline.withDefault(arguments));
  }

  private String config(String text) throws IOException {
    return Files.writeString(directory.resolve("loadline.yaml"), text).toString();
  }

  @Test
  void goodConfiguration() throws IOException {
    String file = config("services: {orders: {objective: {p95: 200ms}, document: capsules}}\n");
    assertThat(run("config", "--check", "--config", file)).isZero();
    assertThat(out).hasToString("good: 1 services, 0 notifiers\n");
  }

  @Test
  void allProblemsAtOnce() throws IOException {
    String file = config("listn: x\nservices:\n  orders: {objectiv: {p95: 200ms}}\n");
    assertThat(run("config", "--check", "--config", file)).isEqualTo(2);
    assertThat(err.toString())
        .contains("loadline.yaml:1: unknown key 'listn'")
        .contains("loadline.yaml:3: unknown key 'objectiv'")
        .contains("did you mean 'objective'?");
  }

  @Test
  void badConfigurationDoesNotRun() throws IOException {
    assertThat(run("--config", config("services: {orders: {document: nowhere}}\n"))).isEqualTo(2);
    assertThat(err.toString())
        .contains("services.orders: document 'nowhere' is neither a file nor one of the built-in");
  }

  @Test
  void noAdvisorNoAnswer() {
    assertThat(run("headroom", "--url", "http://127.0.0.1:1")).isEqualTo(2);
    assertThat(err.toString()).contains("no answer from http://127.0.0.1:1");
  }
}
