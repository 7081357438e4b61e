package dev.loadline.collector.exposition;

import dev.loadline.collector.exposition.MalformedException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes once over a body and looks at every byte, but makes nothing of what is not wanted: no
 * garbage for a sample, and a name that repeats is compared, not read.
 */
final class TextScanner {
  private static final double LATEST_MILLIS = 253_402_300_799_999.0;

  private final byte[] b;
  private final int length;
  private final Format format;
  private final Limits limits;
  private final Sink sink;
  private final LabelBlock block;
  private final LabelBlock exemplar;
  private final Row row;
  private final Numbers numbers = new Numbers();
  private final Comment comment;
  private int line;
  private int samples;
  private boolean wanted;
  private boolean ended;

  TextScanner(byte[] body, Format format, Limits limits, Sink sink) {
    this.length = body.length;
    this.b = withLineFeed(body);
    this.format = format;
    this.limits = limits;
    this.sink = sink;
    this.block = new LabelBlock(b, limits);
    this.exemplar = new LabelBlock(b, limits);
    this.row = new Row(block);
    this.comment = new Comment(b);
  }

  /** Every search ends at a line feed, so that none has to look for the body's end. */
  private static byte[] withLineFeed(byte[] body) {
    if (body.length > 0 && body[body.length - 1] == '\n') {
      return body;
    }
    byte[] whole = Arrays.copyOf(body, body.length + 1);
    whole[body.length] = '\n';
    return whole;
  }

  void scan() throws MalformedException {
    int at = 0;
    while (at < length) {
      line++;
      if (ended) {
        throw malformed(at, "text after '# EOF'");
      }
      int first = Bytes.skipBlanks(b, at);
      if (b[first] == '#') {
        at = comment.read(first, line);
        ended = format == Format.OPEN_METRICS && comment.isEnd();
      } else if (b[first] == '\n' || (b[first] == '\r' && b[first + 1] == '\n')) {
        at = first + (b[first] == '\n' ? 1 : 2);
      } else {
        at = sample(first);
      }
    }
    if (format == Format.OPEN_METRICS && !ended) {
      throw refuse(Reason.TRUNCATED, length, "no '# EOF' at the end");
    }
  }

  /** Reads a sample; gives the start of the next line. */
  private int sample(int start) throws MalformedException {
    if (samples++ == limits.samples()) {
      throw refuse(Reason.SAMPLE_LIMIT, start, "more than " + limits.samples() + " samples");
    }
    int at = b[start] == '{' ? named(start) : Bytes.skipBlanks(b, name(start));
    if (b[at] == '{') {
      at = block.read(at, true, line);
    } else if (b[start] != '{') {
      block.clear();
    }
    at = number(Bytes.skipBlanks(b, at), "a value");
    row.value(numbers.value());
    if (b[at] != '\n') {
      at = rest(at);
    }
    if (wanted) {
      wanted = sink.take(row);
    }
    return at + 1;
  }

  /** Reads a name before the braces; gives the offset after it. */
  private int name(int start) throws MalformedException {
    int end = start + row.nameLength();
    if (end < b.length
        && end > start
        && !Bytes.inName(b[end])
        && row.isNamed(b, start, end)
        && Bytes.inName(b[end - 1])) {
      return end;
    }
    end = Bytes.endOfName(b, start);
    if (end == start) {
      throw malformed(start, "a name expected");
    }
    if (end - start > limits.nameBytes()) {
      throw refuse(Reason.LENGTH_LIMIT, start, "longer than " + limits.nameBytes() + " bytes");
    }
    name(b, start, end);
    return end;
  }

  /** Reads braces that hold the name; gives the offset after them. */
  private int named(int start) throws MalformedException {
    int at = block.read(start, false, line);
    int from = block.nameFrom();
    int to = block.nameTo();
    if (to == from) {
      throw malformed(at, "no metric name");
    }
    if (Quoted.isEscaped(b, from, to)) {
      byte[] plain = Quoted.text(b, from, to).getBytes(StandardCharsets.UTF_8);
      name(plain, 0, plain.length);
    } else if (!row.isNamed(b, from, to)) {
      name(b, from, to);
    }
    return at;
  }

  private void name(byte[] bytes, int from, int to) {
    row.name(bytes, from, to);
    wanted = sink.wants(bytes, from, to);
  }

  private int number(int start, String what) throws MalformedException {
    int end = numbers.read(b, start, wanted);
    if (end == Numbers.NONE) {
      throw malformed(start, what + " expected");
    }
    return end;
  }

  /** Reads what follows a value; gives the offset of the line feed. */
  private int rest(int start) throws MalformedException {
    int at = Bytes.skipBlanks(b, start);
    if (b[at] != '\n' && b[at] != '\r' && b[at] != '#') {
      at = Bytes.skipBlanks(b, time(at));
    }
    if (b[at] == '#' && format == Format.OPEN_METRICS) {
      at = exemplar(at);
    }
    if (b[at] == '\r' && b[at + 1] == '\n') {
      at++;
    }
    if (b[at] != '\n') {
      throw malformed(at, "text after the sample");
    }
    return at;
  }

  private int time(int start) throws MalformedException {
    int end = numbers.read(b, start, true);
    if (end == Numbers.NONE) {
      throw malformed(start, "a time expected");
    }
    double millis = format == Format.OPEN_METRICS ? numbers.value() * 1_000 : numbers.value();
    if (!(Math.abs(millis) <= LATEST_MILLIS)) {
      throw malformed(end, "a time beyond the year 9999");
    }
    row.time(Math.round(millis));
    return end;
  }

  private int exemplar(int start) throws MalformedException {
    int at = Bytes.skipBlanks(b, start + 1);
    if (b[at] != '{') {
      throw malformed(at, "the labels of an exemplar expected");
    }
    at = exemplar.read(at, true, line);
    at = number(Bytes.skipBlanks(b, at), "the value of an exemplar");
    at = Bytes.skipBlanks(b, at);
    if (b[at] != '\n' && b[at] != '\r') {
      at = Bytes.skipBlanks(b, number(at, "the time of an exemplar"));
    }
    return at;
  }

  private MalformedException malformed(int offset, String message) {
    return refuse(Reason.MALFORMED, offset, message);
  }

  private MalformedException refuse(Reason reason, int offset, String message) {
    return new MalformedException(reason, Math.max(1, line), offset, message);
  }
}
