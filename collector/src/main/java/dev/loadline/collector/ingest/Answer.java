package dev.loadline.collector.ingest;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** What a sender gets back. */
record Answer(int status, String contentType, Buffer body, Map<String, String> headers) {

  Answer(int status, String contentType, Buffer body) {
    this(status, contentType, body, Map.of());
  }
}
