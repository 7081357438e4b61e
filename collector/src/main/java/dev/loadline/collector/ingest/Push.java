package dev.loadline.collector.ingest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;

/**
 * A request as it came.
 *
 * @param contentType in lower case and without parameters
 * @param parameter what follows the content type
 * @param encoding in lower case; {@code identity} where there is none
 * @param peer the sender's address
 */
record Push(String contentType, String parameter, String encoding, String peer, Buffer body) {

  static Push of(HttpServerRequest request, Buffer body) {
    String[] type = header(request, "content-type", "").split(";", 2);
    return new Push(
        type[0].strip().toLowerCase(Locale.ROOT),
        type.length == 2 ? type[1].strip() : "",
        header(request, "content-encoding", "identity").strip().toLowerCase(Locale.ROOT),
        request.remoteAddress().hostAddress(),
        body);
  }

  private static String header(HttpServerRequest request, String name, String otherwise) {
    String value = request.getHeader(name);
    return value == null ? otherwise : value;
  }
}
