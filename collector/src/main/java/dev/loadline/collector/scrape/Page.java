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

/**
 * A body as it came, with what its headers say of it.
 *
 * @param framed whether a header or chunks told where it ends, not just the connection's end
 */
record Page(Buffer body, @Nullable String contentType, @Nullable String encoding, boolean framed) {

  List<Point> parse(Limits limits) throws ScrapeException {
    return select(limits, name -> true);
  }

  /** All points of the names that are wanted, and the first one of any other. */
  List<Point> select(Limits limits, Predicate<String> wanted) throws ScrapeException {
    byte[] plain = decoded(limits.bodyBytes());
    Format format = Format.of(contentType);
    if (!framed && format == Format.TEXT && !endsALine(plain)) {
      throw new ScrapeException(Reason.TRUNCATED, "the connection ended within a line");
    }
    try {
      return Exposition.select(plain, format, limits, wanted);
    } catch (MalformedException e) {
      throw new ScrapeException(Reason.valueOf(e.reason().name()), e);
    }
  }

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
