package dev.loadline.collector.scrape;

import dev.loadline.collector.scrape.ScrapeException.Reason;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Undoes gzip up to a size. Beyond 1 MiB not more than 100 bytes may come of one: expositions
 * shrink to a tenth or a twentieth, bombs to a thousandth.
 */
final class Unzip {
  private static final int MAX_RATIO = 100;
  private static final int FREE = 1 << 20;
  private static final int STEP = 65_536;

  private Unzip() {}

  /**
   * @param limit of the bytes that may come of it
   */
  static byte[] all(byte[] zipped, int limit) throws ScrapeException {
    ByteArrayInputStream source = new ByteArrayInputStream(zipped);
    try (GZIPInputStream in = new GZIPInputStream(source)) {
      byte[] plain = new byte[(int) Math.min(STEP, limit + 1L)];
      int size = 0;
      for (int read = 0; read >= 0; read = next(in, plain, size)) {
        size += read;
        check(size, zipped.length - source.available(), limit);
        if (size == plain.length) {
          plain = Arrays.copyOf(plain, (int) Math.min(2L * size, limit + 1L));
        }
      }
      return Arrays.copyOf(plain, size);
    } catch (EOFException e) {
      throw new ScrapeException(Reason.TRUNCATED, "the gzip stream has no end");
    } catch (IOException e) {
      throw new ScrapeException(Reason.ENCODING, e);
    }
  }

  private static int next(GZIPInputStream in, byte[] plain, int size) throws IOException {
    return in.read(plain, size, Math.min(STEP, plain.length - size));
  }

  private static void check(int size, int read, int limit) throws ScrapeException {
    if (size > limit) {
      throw new ScrapeException(Reason.BODY_LIMIT, "more than " + limit + " bytes unzipped");
    }
    if (size > FREE && size / MAX_RATIO >= read) {
      throw new ScrapeException(
          Reason.RATIO_LIMIT, "more than " + MAX_RATIO + " bytes unzipped of each that came");
    }
  }
}
