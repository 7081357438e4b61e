package dev.loadline.advisor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loadline headroom}: the answer of a running advisor in the terminal. */
@Command(
    name = "headroom",
    description = "Show how much more load is safe.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:ok", "1:tight or worse", "2:no answer", "3:unknown"})
final class HeadroomCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "one service; all if left out")
  private @Nullable String service;

  @Option(
      names = "--url",
      defaultValue = "http://127.0.0.1:8686",
      description = "where the advisor answers (${DEFAULT-VALUE})")
  private String url = "";

  @Override
  public Integer call() {
    CommandSpec own = java.util.Objects.requireNonNull(spec);
    PrintWriter out = own.commandLine().getOut();
    PrintWriter err = own.commandLine().getErr();
    try {
      HttpResponse<String> reply = ask();
      JsonNode answer = new ObjectMapper().readTree(reply.body());
      if (reply.statusCode() != 200) {
        err.println(answer.path("detail").asText("the advisor says " + reply.statusCode()));
        return 2;
      }
      List<JsonNode> answers = new ArrayList<>();
      (answer.isArray() ? answer : List.of(answer)).forEach(answers::add);
      out.print(HeadroomTable.of(answers));
      out.flush();
      return exit(answers);
    } catch (IOException | IllegalArgumentException e) {
      err.printf("no answer from %s: %s%nIs the advisor running there?%n", url, e.getMessage());
      return 2;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 2;
    }
  }

  private HttpResponse<String> ask() throws IOException, InterruptedException {
    String path = service == null ? "/headroom" : "/headroom/" + service;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url.replaceAll("/+$", "") + path))
            .header("accept", "application/json")
            .timeout(TIMEOUT)
            .build();
    return HttpClient.newBuilder()
        .connectTimeout(TIMEOUT)
        .build()
        .send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** The worst of all: 1 before 3 before 0. */
  private static int exit(List<JsonNode> answers) {
    boolean unknown = answers.isEmpty();
    for (JsonNode answer : answers) {
      String status = answer.path("status").asText();
      if (!status.equals("ok") && !status.equals("unknown")) {
        return 1;
      }
      unknown |= status.equals("unknown");
    }
    return unknown ? 3 : 0;
  }
}
