package dev.loadline.collector.scrape;

import dev.loadline.collector.exposition.Exposition;
import dev.loadline.collector.exposition.Format;
import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.exposition.MalformedException;
import dev.loadline.collector.exposition.Point;
import dev.loadline.collector.scrape.ScrapeException.Reason;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A body as it came, with what its headers say of it. */
record Page(Buffer body, @Nullable String contentType, @Nullable String encoding) {

  List<Point> parse(Limits limits) throws ScrapeException {
    try {
      return Exposition.parse(decoded(limits.bodyBytes()), Format.of(contentType), limits);
    } catch (MalformedException e) {
      throw new ScrapeException(Reason.valueOf(e.reason().name()), e);
    }
  }

  private byte[] decoded(int limit) throws ScrapeException {
    String coding = encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT);
    return switch (coding) {
      case "identity" -> body.getBytes();
      case "gzip" -> unzipped(limit);
      default -> throw new ScrapeException(Reason.ENCODING, "encoded as " + coding + ", not gzip");
    };
  }

  private byte[] unzipped(int limit) throws ScrapeException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body.getBytes()))) {
      byte[] plain = in.readNBytes(limit + 1);
      if (plain.length > limit) {
        throw new ScrapeException(Reason.BODY_LIMIT, "more than " + limit + " bytes unzipped");
      }
      return plain;
    } catch (IOException e) {
      throw new ScrapeException(Reason.ENCODING, e);
    }
  }
}
