package dev.loadline.agent.expose;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** What is answered to which request. A reading is rendered once per format and encoding. */
final class Answers {

  private final Exposition exposition;
  private final Status status;
  private final Map<String, Answer> rendered = new HashMap<>();
  private List<MetricFamilySamples> reading = Collections.emptyList();

  Answers(Exposition exposition, Status status) {
    this.exposition = exposition;
    this.status = status;
  }

  Answer to(Request request) throws IOException {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return Answer.plain("405 Method Not Allowed", "want GET");
    }
    switch (request.path()) {
      case "/metrics":
        return metrics(TextFormat.chooseContentType(request.header("accept")), request.gzip());
      case "/agent/status":
        byte[] body = status.json().getBytes(StandardCharsets.UTF_8);
        return new Answer("200 OK", "application/json", false, body);
      default:
        return Answer.plain("404 Not Found", "want /metrics or /agent/status");
    }
  }

  private Answer metrics(String type, boolean gzip) throws IOException {
    List<MetricFamilySamples> now = exposition.collect();
    if (now != reading) {
      reading = now;
      rendered.clear();
    }
    String key = type + gzip;
    Answer known = rendered.get(key);
    if (known == null) {
      known = new Answer("200 OK", type, gzip, render(type, gzip));
      rendered.put(key, known);
    }
    return known;
  }

  private byte[] render(String type, boolean gzip) throws IOException {
    Page page = new Page();
    TextFormat.writeFormat(type, page, Collections.enumeration(reading));
    if (!gzip) {
      return page.bytes();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(page.bytes());
    }
    return bytes.toByteArray();
  }
}
