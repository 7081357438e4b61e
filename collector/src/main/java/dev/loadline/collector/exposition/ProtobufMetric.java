package dev.loadline.collector.exposition;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import dev.loadline.collector.exposition.MalformedException.Reason;
import dev.loadline.collector.exposition.ProtobufReader.LimitException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** One message {@code Metric}: labels, a time, and one of five sorts of value. */
final class ProtobufMetric {
  private final Limits limits;
  private Map<String, String> labels = Map.of();
  private OptionalLong time = OptionalLong.empty();
  private OptionalDouble value = OptionalDouble.empty();
  private OptionalDouble count = OptionalDouble.empty();
  private double sum;
  private Map<Double, Double> parts = Map.of();

  ProtobufMetric(Limits limits) {
    this.limits = limits;
  }

  Map<String, String> labels() {
    return labels;
  }

  OptionalLong time() {
    return time;
  }

  /** Of a counter, a gauge or a metric without a type. */
  OptionalDouble value() {
    return value;
  }

  /** Of a histogram, native ones too, or a summary. */
  OptionalDouble count() {
    return count;
  }

  double sum() {
    return sum;
  }

  /** Upper bounds and counts up to them, or quantiles and their values. */
  Map<Double, Double> parts() {
    return parts;
  }

  void read(CodedInputStream in) throws IOException {
    labels = new LinkedHashMap<>();
    parts = new LinkedHashMap<>();
    time = OptionalLong.empty();
    value = OptionalDouble.empty();
    count = OptionalDouble.empty();
    sum = 0;
    each(in, this::field);
  }

  private boolean field(CodedInputStream in, int tag) throws IOException {
    if (tag == message(1)) {
      label(in);
    } else if (tag == message(2) || tag == message(3) || tag == message(5)) {
      Parts simple = new Parts();
      each(in, simple::value);
      value = OptionalDouble.of(simple.first);
    } else if (tag == message(4) || tag == message(7)) {
      distribution(in, tag == message(7));
    } else if (tag == varint(6)) {
      time = OptionalLong.of(in.readInt64());
    } else {
      return false;
    }
    return true;
  }

  private void label(CodedInputStream in) throws IOException {
    Pair pair = new Pair(limits);
    each(in, pair::field);
    if (labels.size() == limits.labels()) {
      throw new LimitException(Reason.LABEL_LIMIT, "more than " + limits.labels() + " labels");
    }
    if (pair.name.isEmpty() || labels.put(pair.name, pair.text) != null) {
      throw new InvalidProtocolBufferException(
          pair.name.isEmpty()
              ? "a label without a name"
              : "label '" + pair.name + "' stands twice");
    }
  }

  private void distribution(CodedInputStream in, boolean histogram) throws IOException {
    Parts whole = new Parts();
    each(
        in,
        (inner, tag) -> {
          if (tag != message(3)) {
            return histogram ? whole.bucket(inner, tag) : whole.summary(inner, tag);
          }
          Parts part = new Parts();
          each(inner, histogram ? part::bucket : part::value);
          add(histogram ? part.second : part.first, histogram ? part.count() : part.second);
          return true;
        });
    count = OptionalDouble.of(whole.count());
    sum = whole.second;
  }

  private void add(double key, double part) throws IOException {
    if (parts.size() == limits.samples()) {
      throw new LimitException(Reason.SAMPLE_LIMIT, "more than " + limits.samples() + " samples");
    }
    if (parts.put(key, part) != null) {
      throw new InvalidProtocolBufferException("a bucket or quantile stands twice");
    }
  }

  /** Reads a field of a message, if it knows it. */
  @FunctionalInterface
  private interface Fields {
    boolean read(CodedInputStream in, int tag) throws IOException;
  }

  private static void each(CodedInputStream in, Fields fields) throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (!fields.read(in, tag)) {
        in.skipField(tag);
      }
    }
    if (in.getBytesUntilLimit() != 0) {
      throw new InvalidProtocolBufferException("a message ends within another");
    }
    in.popLimit(outer);
  }

  /** The numbers of a value, a bucket, a quantile, a summary or a histogram. */
  private static final class Parts {
    private double whole;
    private double broken;
    private double first;
    private double second;

    boolean value(CodedInputStream in, int tag) throws IOException {
      if (tag == fixed(1)) {
        first = in.readDouble();
        return true;
      }
      return second(in, tag);
    }

    boolean summary(CodedInputStream in, int tag) throws IOException {
      if (tag == varint(1)) {
        whole = unsigned(in.readUInt64());
        return true;
      }
      return second(in, tag);
    }

    /** A bucket's fields are numbered as a histogram's own. */
    boolean bucket(CodedInputStream in, int tag) throws IOException {
      if (tag == fixed(4)) {
        broken = in.readDouble();
        return true;
      }
      return summary(in, tag);
    }

    private boolean second(CodedInputStream in, int tag) throws IOException {
      if (tag == fixed(2)) {
        second = in.readDouble();
        return true;
      }
      return false;
    }

    double count() {
      return broken > 0 ? broken : whole;
    }
  }

  private static final class Pair {
    private final Limits limits;
    private String name = "";
    private String text = "";

    Pair(Limits limits) {
      this.limits = limits;
    }

    boolean field(CodedInputStream in, int tag) throws IOException {
      if (tag == message(1)) {
        name = text(in, limits.nameBytes());
      } else if (tag == message(2)) {
        text = text(in, limits.valueBytes());
      } else {
        return false;
      }
      return true;
    }
  }

  /** The tag of a field that holds a message or text. */
  static int message(int field) {
    return field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
  }

  static int varint(int field) {
    return field << 3 | WireFormat.WIRETYPE_VARINT;
  }

  private static int fixed(int field) {
    return field << 3 | WireFormat.WIRETYPE_FIXED64;
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : (value >>> 1) * 2.0 + (value & 1);
  }

  /** A string of at most so many bytes. */
  static String text(CodedInputStream in, int limit) throws IOException {
    int length = in.readRawVarint32();
    if (length < 0 || length > limit) {
      throw new LimitException(Reason.LENGTH_LIMIT, "longer than " + limit + " bytes");
    }
    byte[] bytes = in.readRawBytes(length);
    for (int i = 0; i < length; ) {
      int width = bytes[i] == 0 ? 0 : Utf8.length(bytes, i, length);
      if (width == 0) {
        throw new InvalidProtocolBufferException("not UTF-8, or a NUL byte");
      }
      i += width;
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
