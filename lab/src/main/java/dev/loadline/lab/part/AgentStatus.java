package dev.loadline.lab.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent says of itself.
 *
 * @param matched names of the probes whose library is there
 * @param broken of those that do not fit it
 * @param errors of its hooks
 */
public record AgentStatus(List<String> matched, List<String> broken, long errors) {
  /** Of an agent that was never heard. */
  public static final AgentStatus SILENT = new AgentStatus(List.of(), List.of(), 0);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What is behind {@code path} of the agent at {@code address}. */
  public static String get(String address, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** Asks the agent in {@code run}; null where it has none, or none that answers. */
  public static @Nullable AgentStatus of(JavaRun run) throws InterruptedException {
    try {
      String address = run.agent();
      return address == null ? null : parse(get(address, "/agent/status"));
    } catch (IOException endsAtThisMoment) {
      return null;
    }
  }

  static AgentStatus parse(String json) throws IOException {
    JsonNode status = JSON.readTree(json);
    List<String> matched = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (JsonNode probe : status.path("probes")) {
      String state = probe.path("state").asText();
      if (state.equals("matched")) {
        matched.add(probe.path("name").asText());
      } else if (state.equals("broken")) {
        broken.add(probe.path("name").asText() + " " + probe.path("broken"));
      }
    }
    long errors = 0;
    for (JsonNode hook : status.path("hooks")) {
      errors += hook.path("errors").asLong();
    }
    return new AgentStatus(List.copyOf(matched), List.copyOf(broken), errors);
  }
}
