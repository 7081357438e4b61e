package dev.loadline.collector.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The sample under the scanner's eye: parts become text when asked for. */
public final class Row {
  private final LabelBlock block;
  private byte[] bytes = {};
  private int from;
  private int to;
  private @Nullable String text;
  private double value;
  private boolean timed;
  private long millis;

  Row(LabelBlock block) {
    this.block = block;
  }

  /** The metric's name, made once for a run of lines that share it. */
  public String name() {
    String name = text;
    if (name == null) {
      text = name = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
    return name;
  }

  /** In the order of the line. */
  public Map<String, String> labels() {
    return block.labels();
  }

  public double value() {
    return value;
  }

  /** Where the line gives a time of its own. */
  public OptionalLong epochMillis() {
    return timed ? OptionalLong.of(millis) : OptionalLong.empty();
  }

  /** This sample, to keep. */
  public Point point() {
    return new Point(name(), labels(), value, epochMillis());
  }

  boolean isNamed(byte[] b, int nameFrom, int nameTo) {
    return Arrays.equals(b, nameFrom, nameTo, bytes, from, to);
  }

  /** How long the name is; 0 before the first sample. */
  int nameLength() {
    return to - from;
  }

  void name(byte[] b, int nameFrom, int nameTo) {
    bytes = b;
    from = nameFrom;
    to = nameTo;
    text = null;
  }

  void value(double read) {
    value = read;
    timed = false;
  }

  void time(long read) {
    millis = read;
    timed = true;
  }
}
