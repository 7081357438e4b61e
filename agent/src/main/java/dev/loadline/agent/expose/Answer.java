package dev.loadline.agent.expose;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One HTTP answer, ready to be written; the connection ends with it. */
final class Answer {

  private final String head;
  private final byte[] body;

  Answer(String status, String type, boolean gzip, byte[] body) {
    this.body = body;
    head =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length
            + (gzip ? "\r\nContent-Encoding: gzip" : "")
            + "\r\nVary: Accept, Accept-Encoding\r\nConnection: close\r\n\r\n";
  }

  /** A word to the client, like {@code 404 Not Found}. */
  static Answer plain(String status, @Nullable String detail) {
    String text = detail == null ? status : status + ": " + detail;
    return new Answer(
        status, "text/plain; charset=utf-8", false, (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  ByteBuffer[] buffers(boolean withBody) {
    ByteBuffer first = ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1));
    return withBody ? new ByteBuffer[] {first, ByteBuffer.wrap(body)} : new ByteBuffer[] {first};
  }
}
