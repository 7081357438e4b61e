package dev.loadline.collector.ingest;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads both versions of remote write, of which only a few fields matter here.
 *
 * @see <a href="https://prometheus.io/docs/specs/prw/remote_write_spec_2_0/">remote write 2.0</a>
 */
final class RemoteWrite {
  private static final int MAX_SYMBOLS = 1_000_000;

  private RemoteWrite() {}

  /**
   * What was written of one series.
   *
   * @param labels with {@code __name__}
   */
  record Pushed(Map<String, String> labels, List<Value> values, int histograms, int exemplars) {}

  /** One sample. */
  record Value(long epochMillis, double value) {}

  /** Version 1.0: labels in full. */
  static void first(byte[] message, Consumer<Pushed> to) throws IOException {
    Message.of(message)
        .each(
            (field, in) -> {
              if (field == 1) {
                to.accept(series(in, List.of(), false));
              } else {
                in.skip();
              }
            });
  }

  /** Version 2.0: labels by their places in a table that stands before or after them. */
  static void second(byte[] message, Consumer<Pushed> to) throws IOException {
    List<String> symbols = new ArrayList<>();
    Message.of(message)
        .each(
            (field, in) -> {
              if (field == 4) {
                symbols.add(in.text());
              } else {
                in.skip();
              }
              if (symbols.size() > MAX_SYMBOLS) {
                throw new IOException("more than " + MAX_SYMBOLS + " symbols");
              }
            });
    if (!symbols.isEmpty() && !symbols.get(0).isEmpty()) {
      throw new IOException("the first symbol is not empty");
    }
    Message.of(message)
        .each(
            (field, in) -> {
              if (field == 5) {
                to.accept(series(in, symbols, true));
              } else {
                in.skip();
              }
            });
  }

  private static Pushed series(Message parent, List<String> symbols, boolean second)
      throws IOException {
    Map<String, String> labels = new LinkedHashMap<>();
    List<Integer> references = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    int[] others = new int[2];
    int exemplars = second ? 4 : 3;
    int histograms = second ? 3 : 4;
    parent
        .nested()
        .each(
            (field, in) -> {
              if (field == 1 && second) {
                in.numbers(references);
              } else if (field == 1) {
                label(in, labels);
              } else if (field == 2) {
                values.add(value(in));
              } else {
                others[0] += field == histograms ? 1 : 0;
                others[1] += field == exemplars ? 1 : 0;
                in.skip();
              }
            });
    resolve(references, symbols, labels);
    return new Pushed(labels, values, others[0], others[1]);
  }

  private static void resolve(
      List<Integer> references, List<String> symbols, Map<String, String> labels)
      throws IOException {
    if (references.size() % 2 != 0) {
      throw new IOException("a label without a value");
    }
    for (int i = 0; i < references.size(); i += 2) {
      put(labels, symbol(symbols, references.get(i)), symbol(symbols, references.get(i + 1)));
    }
  }

  private static String symbol(List<String> symbols, int reference) throws IOException {
    if (reference < 0 || reference >= symbols.size()) {
      throw new IOException("no symbol " + Integer.toUnsignedString(reference));
    }
    return symbols.get(reference);
  }

  private static void label(Message parent, Map<String, String> labels) throws IOException {
    String[] pair = {"", ""};
    parent
        .nested()
        .each(
            (field, in) -> {
              if (field == 1 || field == 2) {
                pair[field - 1] = in.text();
              } else {
                in.skip();
              }
            });
    put(labels, pair[0], pair[1]);
  }

  private static void put(Map<String, String> labels, String name, String value)
      throws IOException {
    if (labels.put(name, value) != null) {
      throw new IOException("label " + name + " twice");
    }
  }

  private static Value value(Message parent) throws IOException {
    double[] value = new double[1];
    long[] time = new long[1];
    parent
        .nested()
        .each(
            (field, in) -> {
              if (field == 1) {
                value[0] = in.real();
              } else if (field == 2) {
                time[0] = in.number();
              } else {
                in.skip();
              }
            });
    return new Value(time[0], value[0]);
  }

  /** Reads a field that it was told of; must take or skip it. */
  private interface Field {
    void read(int number, Message in) throws IOException;
  }

  /**
   * The fields of one message after the other; a field of another type than expected is refused.
   */
  private static final class Message {
    private final CodedInputStream in;
    private int tag;

    private Message(CodedInputStream in) {
      this.in = in;
    }

    static Message of(byte[] bytes) {
      return new Message(CodedInputStream.newInstance(bytes));
    }

    void each(Field field) throws IOException {
      for (tag = in.readTag(); tag != 0; tag = in.readTag()) {
        field.read(WireFormat.getTagFieldNumber(tag), this);
      }
    }

    Message nested() throws IOException {
      expect(WireFormat.WIRETYPE_LENGTH_DELIMITED);
      return of(in.readByteArray());
    }

    String text() throws IOException {
      expect(WireFormat.WIRETYPE_LENGTH_DELIMITED);
      return in.readStringRequireUtf8();
    }

    double real() throws IOException {
      expect(WireFormat.WIRETYPE_FIXED64);
      return in.readDouble();
    }

    long number() throws IOException {
      expect(WireFormat.WIRETYPE_VARINT);
      return in.readInt64();
    }

    /** Packed, or one by one. */
    void numbers(List<Integer> into) throws IOException {
      if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT) {
        into.add(in.readUInt32());
        return;
      }
      expect(WireFormat.WIRETYPE_LENGTH_DELIMITED);
      int before = in.pushLimit(in.readRawVarint32());
      while (in.getBytesUntilLimit() > 0) {
        into.add(in.readUInt32());
      }
      in.popLimit(before);
    }

    void skip() throws IOException {
      in.skipField(tag);
    }

    private void expect(int type) throws IOException {
      if (WireFormat.getTagWireType(tag) != type) {
        throw new IOException("field " + WireFormat.getTagFieldNumber(tag) + " of another type");
      }
    }
  }
}
