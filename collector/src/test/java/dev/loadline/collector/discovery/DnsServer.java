package dev.loadline.collector.discovery;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A name server over UDP that gives the same answer to every question. */
final class DnsServer {
  private static final int NAME_OF_THE_QUESTION = 0xC00C;
  private static final int INTERNET = 1;

  private final DatagramSocket socket;
  private final int port;
  private final AtomicInteger questions = new AtomicInteger();
  private volatile @Nullable Answer answer;

  /**
   * @param code 0 is success, 2 a failure of the server, 3 no such name
   */
  record Answer(int code, List<Resource> resources) {}

  /**
   * @param type 1 is A, 28 AAAA, 33 SRV
   * @param ttl in seconds
   */
  record Resource(int type, int ttl, Buffer data) {

    static Resource a(int... bytes) {
      return new Resource(1, 60, bytes(bytes));
    }

    static Resource aaaa(int... bytes) {
      return new Resource(28, 60, bytes(bytes));
    }

    static Resource srv(int ttl, int port, String host) {
      Buffer data = Buffer.buffer().appendShort((short) 0).appendShort((short) 0);
      data.appendUnsignedShort(port);
      for (String label : host.split("\\.", -1)) {
        data.appendByte((byte) label.length()).appendString(label);
      }
      return new Resource(33, ttl, data.appendByte((byte) 0));
    }

    private static Buffer bytes(int... bytes) {
      Buffer buffer = Buffer.buffer();
      for (int each : bytes) {
        buffer.appendByte((byte) each);
      }
      return buffer;
    }
  }

  DnsServer(Vertx vertx) {
    this.socket = vertx.createDatagramSocket();
    this.port = socket.listen(0, "127.0.0.1").await().localAddress().port();
    socket.handler(this::answer);
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  int questions() {
    return questions.get();
  }

  void answers(Resource... resources) {
    answer = new Answer(0, List.of(resources));
  }

  void fails(int code) {
    answer = new Answer(code, List.of());
  }

  void silent() {
    answer = null;
  }

  private void answer(DatagramPacket packet) {
    questions.incrementAndGet();
    Answer now = answer;
    if (now != null) {
      socket.send(bytes(packet.data(), now), packet.sender().port(), packet.sender().host());
    }
  }

  private static Buffer bytes(Buffer query, Answer answer) {
    int end = 12;
    while (query.getByte(end) != 0) {
      end += query.getByte(end) + 1;
    }
    Buffer bytes =
        Buffer.buffer()
            .appendUnsignedShort(query.getUnsignedShort(0))
            .appendUnsignedShort(0x8180 | answer.code())
            .appendUnsignedShort(1)
            .appendUnsignedShort(answer.resources().size())
            .appendInt(0)
            .appendBuffer(query, 12, end + 5 - 12);
    for (Resource each : answer.resources()) {
      bytes
          .appendUnsignedShort(NAME_OF_THE_QUESTION)
          .appendUnsignedShort(each.type())
          .appendUnsignedShort(INTERNET)
          .appendInt(each.ttl())
          .appendUnsignedShort(each.data().length())
          .appendBuffer(each.data());
    }
    return bytes;
  }
}
