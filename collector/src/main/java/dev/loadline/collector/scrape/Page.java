package dev.loadline.collector.scrape;

import dev.loadline.collector.exposition.Exposition;
import dev.loadline.collector.exposition.Format;
import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.exposition.MalformedException;
import dev.loadline.collector.exposition.Point;
import dev.loadline.collector.scrape.ScrapeException.Reason;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A body as it came, with what its headers say of it. */
record Page(Buffer body, @Nullable String contentType, @Nullable String encoding) {

  List<Point> parse(Limits limits) throws ScrapeException {
    return select(limits, name -> true);
  }

  /** All points of the names that are wanted, and the first one of any other. */
  List<Point> select(Limits limits, Predicate<String> wanted) throws ScrapeException {
    byte[] plain = decoded(limits.bodyBytes());
    Format format = Format.of(contentType);
    if (format == Format.TEXT && !endsALine(plain)) {
      throw new ScrapeException(
          Reason.TRUNCATED, "no line feed at the end; the last number may be cut");
    }
    try {
      return Exposition.select(plain, format, limits, wanted);
    } catch (MalformedException e) {
      throw new ScrapeException(Reason.valueOf(e.reason().name()), e);
    }
  }

  /** The format demands it; a number that lost its last digits would pass for another. */
  private static boolean endsALine(byte[] plain) {
    return plain.length == 0 || plain[plain.length - 1] == '\n';
  }

  private byte[] decoded(int limit) throws ScrapeException {
    String coding = encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT).strip();
    return switch (coding) {
      case "identity" -> body.getBytes();
      case "gzip", "x-gzip" -> Unzip.all(body.getBytes(), limit);
      default -> throw new ScrapeException(Reason.ENCODING, "encoded as " + coding + ", not gzip");
    };
  }
}
