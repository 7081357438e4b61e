package dev.loadline.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What Loadline answers over HTTP, as any other program would read it. */
public final class Answers {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI loadline;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** Answers of the Loadline at {@code loadline}. */
  public Answers(URI loadline) {
    this.loadline = loadline;
  }

  /** {@code /headroom/orders}; missing while the service is not known yet. */
  public JsonNode headroom() throws InterruptedException {
    return get("/headroom/orders");
  }

  /** {@code /documents/capsules}. */
  public JsonNode document() throws InterruptedException {
    return get("/documents/capsules");
  }

  private JsonNode get(String path) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(loadline.resolve(path))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == 200
          ? JSON.readTree(response.body())
          : MissingNode.getInstance();
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
