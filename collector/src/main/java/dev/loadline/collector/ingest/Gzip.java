package dev.loadline.collector.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks within limits, piece by piece, so that a bomb costs no more than a good request. */
final class Gzip {
  private static final int SUSPICIOUS_FROM = 1 << 20;

  private Gzip() {}

  static byte[] unpack(byte[] packed, IngestLimits limits) throws RefusedException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(Math.min(packed.length * 4, 1 << 20));
    byte[] piece = new byte[8_192];
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 8_192)) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        plain.write(piece, 0, read);
        check(plain.size(), packed.length, limits);
      }
    } catch (IOException e) {
      throw new RefusedException(400, "malformed", "not gzip: " + e.getMessage());
    }
    return plain.toByteArray();
  }

  private static void check(int plain, int packed, IngestLimits limits) throws RefusedException {
    if (plain > limits.bodyBytes()) {
      throw new RefusedException(
          413, "body_limit", "more than " + limits.bodyBytes() + " bytes unzipped");
    }
    if (plain > SUSPICIOUS_FROM && plain / packed > limits.ratio()) {
      throw new RefusedException(
          413, "ratio_limit", "unzips to more than " + limits.ratio() + " times its size");
    }
  }
}
