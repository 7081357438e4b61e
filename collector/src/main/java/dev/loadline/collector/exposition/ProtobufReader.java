package dev.loadline.collector.exposition;

import com.google.protobuf.CodedInputStream;
import dev.loadline.collector.exposition.MalformedException.Reason;
import java.io.IOException;

/**
 * Reads {@code io.prometheus.client.MetricFamily} messages field by field, so that every limit
 * holds before anything is made.
 *
 * @see <a href="https://github.com/prometheus/client_model">metrics.proto</a>
 */
final class ProtobufReader {
  private static final int NAME = ProtobufMetric.message(1);
  private static final int TYPE = ProtobufMetric.varint(3);
  private static final int METRIC = ProtobufMetric.message(4);

  private final byte[] body;
  private final Limits limits;
  private final FamilyPoints points;
  private final ProtobufMetric metric;
  private int at;

  ProtobufReader(byte[] body, Limits limits, Selection selection) {
    this.body = body;
    this.limits = limits;
    this.points = new FamilyPoints(limits, selection);
    this.metric = new ProtobufMetric(limits);
  }

  void read() throws MalformedException {
    while (at < body.length) {
      CodedInputStream in = CodedInputStream.newInstance(body, at, body.length - at);
      try {
        int length = in.readRawVarint32();
        int start = at + in.getTotalBytesRead();
        if (length < 0 || length > body.length - start) {
          throw refuse(Reason.TRUNCATED, at, "a message of " + length + " bytes is cut");
        }
        family(start, length);
        at = start + length;
      } catch (LimitException e) {
        throw refuse(e.reason, at, String.valueOf(e.getMessage()));
      } catch (IOException e) {
        throw refuse(Reason.MALFORMED, at, "not a metric family: " + e.getMessage());
      }
    }
  }

  private void family(int start, int length) throws IOException {
    String name = "";
    int type = 0;
    CodedInputStream head = CodedInputStream.newInstance(body, start, length);
    for (int tag = head.readTag(); tag != 0; tag = head.readTag()) {
      if (tag == NAME) {
        name = ProtobufMetric.text(head, limits.nameBytes());
      } else if (tag == TYPE) {
        type = head.readEnum();
      } else {
        head.skipField(tag);
      }
    }
    points.family(name, type);
    CodedInputStream in = CodedInputStream.newInstance(body, start, length);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == METRIC) {
        metric.read(in);
        points.add(metric);
      } else {
        in.skipField(tag);
      }
    }
  }

  private static MalformedException refuse(Reason reason, int offset, String message) {
    return new MalformedException(reason, 0, offset, message);
  }

  /** A limit that a message breaks; gets its place further out. */
  static final class LimitException extends IOException {
    private final Reason reason;

    LimitException(Reason reason, String message) {
      super(message);
      this.reason = reason;
    }
  }
}
