package dev.loadline.agent.expose;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection, from its request to its answer. */
final class Client {

  private static final int LONGEST_HEAD = 8192;

  private final SocketChannel channel;
  private final long since;
  private final StringBuilder head = new StringBuilder();
  private ByteBuffer[] answer = new ByteBuffer[0];
  private long movedAt;

  Client(SocketChannel channel, long now) {
    this.channel = channel;
    since = now;
    movedAt = now;
  }

  /** How far a request has come. */
  enum Progress {
    WAITS,
    COMPLETE,
    TOO_LONG,
    GONE
  }

  Progress read(ByteBuffer buffer, long now) throws IOException {
    buffer.clear();
    int n = channel.read(buffer);
    if (n < 0) {
      return Progress.GONE;
    }
    movedAt = now;
    buffer.flip();
    head.append(StandardCharsets.ISO_8859_1.decode(buffer));
    return Request.end(head) >= 0
        ? Progress.COMPLETE
        : head.length() > LONGEST_HEAD ? Progress.TOO_LONG : Progress.WAITS;
  }

  String head() {
    return head.substring(0, Request.end(head));
  }

  void answer(ByteBuffer[] buffers) {
    answer = buffers;
  }

  boolean answering() {
    return answer.length > 0;
  }

  /** Writes what the socket takes; returns the number of bytes. */
  long write(long now) throws IOException {
    long n = channel.write(answer);
    if (n > 0) {
      movedAt = now;
    }
    return n;
  }

  boolean done() {
    return !answer[answer.length - 1].hasRemaining();
  }

  /** Nanoseconds since the client connected. */
  long age(long now) {
    return now - since;
  }

  /** Nanoseconds since it last sent or took something. */
  long idle(long now) {
    return now - movedAt;
  }
}
