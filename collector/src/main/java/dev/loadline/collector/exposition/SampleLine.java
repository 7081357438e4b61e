package dev.loadline.collector.exposition;

import dev.loadline.collector.exposition.MalformedException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads one sample from {@code at} to {@code end}. */
final class SampleLine {
  private static final double LATEST_MILLIS = 253_402_300_799_999.0;

  private final byte[] b;
  private final int end;
  private final int line;
  private final Format format;
  private final Limits limits;
  private int at;

  SampleLine(byte[] b, int at, int end, int line, Format format, Limits limits) {
    this.b = b;
    this.at = at;
    this.end = end;
    this.line = line;
    this.format = format;
    this.limits = limits;
  }

  Point read() throws MalformedException {
    String name = peek() == '{' ? null : name();
    Map<String, String> labels = new LinkedHashMap<>();
    skipBlanks();
    if (peek() == '{') {
      name = labels(name, labels);
    }
    if (name == null) {
      throw malformed("no metric name");
    }
    skipBlanks();
    double value = number("a value");
    OptionalLong time = time();
    exemplar();
    if (at < end) {
      throw malformed("text after the sample");
    }
    return new Point(name, Collections.unmodifiableMap(labels), value, time);
  }

  /** Reads {@code {a="b",}} and {@code {"the.name",a="b"}}; gives the metric's name. */
  private @Nullable String labels(@Nullable String name, Map<String, String> labels)
      throws MalformedException {
    at++;
    String found = name;
    skipBlanks();
    while (peek() != '}') {
      boolean quoted = peek() == '"';
      String key = quoted ? quoted(limits.nameBytes()) : name();
      skipBlanks();
      if (peek() == '=') {
        value(key, labels);
      } else if (quoted && found == null && labels.isEmpty()) {
        found = key;
      } else {
        throw malformed("'=' expected");
      }
      separator();
    }
    at++;
    return found;
  }

  private void value(String key, Map<String, String> labels) throws MalformedException {
    at++;
    skipBlanks();
    if (labels.size() == limits.labels()) {
      throw refuse(Reason.LABEL_LIMIT, "more than " + limits.labels() + " labels");
    }
    if (labels.put(key, quoted(limits.valueBytes())) != null) {
      throw malformed("label '" + key + "' stands twice");
    }
  }

  private void separator() throws MalformedException {
    skipBlanks();
    if (peek() == ',') {
      at++;
      skipBlanks();
    } else if (peek() != '}') {
      throw malformed("',' or '}' expected");
    }
  }

  private String name() throws MalformedException {
    int start = at;
    if (at >= end || !Bytes.startsName(b[at])) {
      throw malformed("a name expected");
    }
    while (at < end && Bytes.inName(b[at])) {
      at++;
    }
    return text(start, at, limits.nameBytes());
  }

  private String quoted(int limit) throws MalformedException {
    if (peek() != '"') {
      throw malformed("'\"' expected");
    }
    int start = ++at;
    boolean escaped = false;
    while (peek() != '"') {
      if (at >= end) {
        throw malformed("no closing '\"'");
      }
      escaped |= b[at] == '\\';
      at = Math.min(end, at + (b[at] == '\\' ? 2 : 1));
    }
    String text = text(start, at++, limit);
    return escaped ? unescape(text) : text;
  }

  private String text(int start, int stop, int limit) throws MalformedException {
    if (stop - start > limit) {
      throw refuse(Reason.LENGTH_LIMIT, "longer than " + limit + " bytes");
    }
    return new String(b, start, stop - start, StandardCharsets.UTF_8);
  }

  /** An escape that the format does not know stays as it is. */
  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = c == '\\' && i + 1 < text.length() ? text.charAt(i + 1) : 0;
      if (next == 'n' || next == '\\' || next == '"') {
        plain.append(next == 'n' ? '\n' : next);
        i++;
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private double number(String what) throws MalformedException {
    int start = at;
    while (at < end && !Bytes.isBlank(b[at])) {
      at++;
    }
    OptionalDouble number = Numbers.parse(b, start, at);
    if (number.isEmpty()) {
      at = start;
      throw malformed(what + " expected");
    }
    skipBlanks();
    return number.getAsDouble();
  }

  private OptionalLong time() throws MalformedException {
    if (at >= end || peek() == '#') {
      return OptionalLong.empty();
    }
    double number = number("a time");
    double millis = format == Format.OPEN_METRICS ? number * 1_000 : number;
    if (!(Math.abs(millis) <= LATEST_MILLIS)) {
      throw malformed("a time beyond the year 9999");
    }
    return OptionalLong.of(Math.round(millis));
  }

  private void exemplar() throws MalformedException {
    if (peek() != '#' || format != Format.OPEN_METRICS) {
      return;
    }
    at++;
    skipBlanks();
    if (peek() != '{') {
      throw malformed("the labels of an exemplar expected");
    }
    labels("exemplar", new LinkedHashMap<>());
    skipBlanks();
    number("the value of an exemplar");
    if (at < end) {
      number("the time of an exemplar");
    }
  }

  private int peek() {
    return at < end ? b[at] : -1;
  }

  private void skipBlanks() {
    while (at < end && Bytes.isBlank(b[at])) {
      at++;
    }
  }

  private MalformedException malformed(String message) {
    return refuse(Reason.MALFORMED, message);
  }

  private MalformedException refuse(Reason reason, String message) {
    return new MalformedException(reason, line, at, message);
  }
}
