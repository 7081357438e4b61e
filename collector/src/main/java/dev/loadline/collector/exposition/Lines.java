package dev.loadline.collector.exposition;

import dev.loadline.collector.exposition.MalformedException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Cuts a body into lines and sorts comments from samples. */
final class Lines {
  private static final Set<String> TYPES =
      Set.of(
          "counter",
          "gauge",
          "histogram",
          "gaugehistogram",
          "summary",
          "info",
          "stateset",
          "unknown",
          "untyped");

  private final byte[] body;
  private final Format format;
  private final Limits limits;
  private int line;
  private boolean ended;

  Lines(byte[] body, Format format, Limits limits) {
    this.body = body;
    this.format = format;
    this.limits = limits;
  }

  void forEach(List<Point> points) throws MalformedException {
    int valid = Bytes.validUpTo(body);
    int start = 0;
    while (start < body.length) {
      line++;
      int end = endOfLine(start);
      if (valid < end) {
        throw refuse(Reason.MALFORMED, valid, "not UTF-8, or a NUL byte");
      }
      read(start, withoutCarriageReturn(start, end), points);
      start = end + 1;
    }
    if (format == Format.OPEN_METRICS && !ended) {
      throw refuse(Reason.TRUNCATED, body.length, "no '# EOF' at the end");
    }
  }

  private void read(int start, int end, List<Point> points) throws MalformedException {
    if (ended) {
      throw refuse(Reason.MALFORMED, start, "text after '# EOF'");
    }
    int first = start;
    while (first < end && Bytes.isBlank(body[first])) {
      first++;
    }
    if (first == end) {
      return;
    }
    if (body[first] == '#') {
      comment(first, end);
      return;
    }
    if (points.size() == limits.samples()) {
      throw refuse(Reason.SAMPLE_LIMIT, first, "more than " + limits.samples() + " samples");
    }
    points.add(new SampleLine(body, first, end, line, format, limits).read());
  }

  private void comment(int start, int end) throws MalformedException {
    String text = new String(body, start, Math.min(end - start, 1_200), StandardCharsets.UTF_8);
    if (format == Format.OPEN_METRICS && text.equals("# EOF")) {
      ended = true;
    } else if (text.startsWith("# TYPE ")) {
      String type = text.substring(text.stripTrailing().lastIndexOf(' ') + 1).strip();
      if (!TYPES.contains(type)) {
        throw refuse(Reason.MALFORMED, start, "no such type: '" + type + "'");
      }
    }
  }

  private int endOfLine(int start) {
    int end = start;
    while (end < body.length && body[end] != '\n') {
      end++;
    }
    return end;
  }

  private int withoutCarriageReturn(int start, int end) {
    return end > start && body[end - 1] == '\r' ? end - 1 : end;
  }

  private MalformedException refuse(Reason reason, int offset, String message) {
    return new MalformedException(reason, Math.max(1, line), offset, message);
  }
}
