package dev.loadline.collector.prometheus;

import com.google.protobuf.CodedOutputStream;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A message of remote write 1.0, which every receiver takes. Samples of a series are in time order
 * and each time is there once: receivers refuse anything else.
 *
 * @see <a href="https://prometheus.io/docs/specs/prw/remote_write_spec/">remote write 1.0</a>
 */
final class WriteRequest {
  private WriteRequest() {}

  static byte[] of(List<Sample> samples) {
    Map<Series, SortedMap<Long, Double>> lines = new LinkedHashMap<>();
    for (Sample sample : samples) {
      lines
          .computeIfAbsent(sample.series(), unused -> new TreeMap<>())
          .putIfAbsent(sample.epochMillis(), sample.value());
    }
    return message(
        out -> {
          for (Map.Entry<Series, SortedMap<Long, Double>> line : lines.entrySet()) {
            out.writeByteArray(1, series(line.getKey(), line.getValue()));
          }
        });
  }

  private static byte[] series(Series series, SortedMap<Long, Double> samples) {
    return message(
        out -> {
          for (Map.Entry<String, String> label : SeriesLabels.of(series).entrySet()) {
            out.writeByteArray(1, label(label.getKey(), label.getValue()));
          }
          for (Map.Entry<Long, Double> sample : samples.entrySet()) {
            out.writeByteArray(2, sample(sample.getKey(), sample.getValue()));
          }
        });
  }

  private static byte[] label(String name, String value) {
    return message(
        out -> {
          out.writeString(1, name);
          out.writeString(2, value);
        });
  }

  private static byte[] sample(long epochMillis, double value) {
    return message(
        out -> {
          out.writeDouble(1, value);
          out.writeInt64(2, epochMillis);
        });
  }

  private interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }

  private static byte[] message(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes, 256);
    try {
      fields.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
