package dev.loadline.advisor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where the agent of one process answers: one of ten ports, where its status names the process. */
final class AgentAddress {
  /** How many ports an agent tries. */
  static final int PORTS = 10;

  private static final int TRIES = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long PAUSE_MILLIS = 250;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final int first;
  private final long pid;

  AgentAddress(int first, long pid) {
    this.first = first;
    this.pid = pid;
  }

  /** The address of its metrics, as soon as it answers, within about ten seconds. */
  Optional<String> await() {
    try {
      for (int i = 0; i < TRIES; i++) {
        Optional<String> found = find();
        if (found.isPresent()) {
          return found;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /** The address of its metrics, if it answers now. */
  Optional<String> find() {
    return IntStream.range(first, Math.min(first + PORTS, 65_536))
        .mapToObj("http://127.0.0.1:%d"::formatted)
        .filter(this::answers)
        .map(address -> address + "/metrics")
        .findFirst();
  }

  private boolean answers(String address) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/agent/status")).timeout(PATIENCE).build();
    try {
      JsonNode status =
          new ObjectMapper().readTree(client.send(request, BodyHandlers.ofString()).body());
      return status.path("pid").asLong(-1) == pid;
    } catch (IOException nobody) {
      return false;
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
