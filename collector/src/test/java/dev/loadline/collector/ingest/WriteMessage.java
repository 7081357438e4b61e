package dev.loadline.collector.ingest;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Writes messages of remote write field by field, as the specification has them. */
final class WriteMessage {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

  private interface Step {
    void write(CodedOutputStream out) throws IOException;
  }

  /** A series of version 1.0: names and values of labels in turn, one sample. */
  static byte[] first(long time, double value, String... labels) {
    WriteMessage series = new WriteMessage();
    for (int i = 0; i < labels.length; i += 2) {
      series.message(1, new WriteMessage().text(1, labels[i]).text(2, labels[i + 1]));
    }
    series.message(2, new WriteMessage().real(1, value).number(2, time));
    return new WriteMessage().message(1, series).done();
  }

  /** The same in version 2.0, with its metadata, a start time, and a native histogram if wanted. */
  static byte[] second(long time, double value, int histograms, String... labels) {
    return second(true, time, value, histograms, labels);
  }

  static byte[] second(
      boolean symbolsFirst, long time, double value, int histograms, String... labels) {
    List<String> symbols = new ArrayList<>(List.of(""));
    WriteMessage references = new WriteMessage();
    for (String label : labels) {
      references.plain(symbols.size());
      symbols.add(label);
    }
    WriteMessage series = new WriteMessage().message(1, references);
    series.message(2, new WriteMessage().real(1, value).number(2, time).number(3, time - 1));
    for (int i = 0; i < histograms; i++) {
      series.message(3, new WriteMessage());
    }
    series.message(5, new WriteMessage().number(1, 2));
    WriteMessage request = new WriteMessage();
    if (!symbolsFirst) {
      request.message(5, series);
    }
    symbols.forEach(symbol -> request.text(4, symbol));
    return symbolsFirst ? request.message(5, series).done() : request.done();
  }

  WriteMessage text(int field, String text) {
    return step(to -> to.writeString(field, text));
  }

  WriteMessage real(int field, double value) {
    return step(to -> to.writeDouble(field, value));
  }

  WriteMessage number(int field, long value) {
    return step(to -> to.writeInt64(field, value));
  }

  WriteMessage message(int field, WriteMessage child) {
    return step(to -> to.writeByteArray(field, child.done()));
  }

  private void plain(int value) {
    step(to -> to.writeUInt32NoTag(value));
  }

  private WriteMessage step(Step step) {
    try {
      step.write(out);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] done() {
    step(CodedOutputStream::flush);
    return bytes.toByteArray();
  }
}
