package dev.loadline.collector.source;

import dev.loadline.collector.source.SourceException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Gets a short page within a time for the whole of it; follows no redirects. */
record HttpPage(URI url, Duration timeout, int limit) {

  String get() throws SourceException {
    try {
      return body((HttpURLConnection) url.toURL().openConnection());
    } catch (SocketTimeoutException e) {
      throw new SourceException(
          Reason.TIMEOUT, "no whole answer within " + timeout.toMillis() + " ms");
    } catch (IOException e) {
      throw new SourceException(Reason.CONNECT, String.valueOf(e.getMessage()));
    }
  }

  private String body(HttpURLConnection connection) throws IOException, SourceException {
    long deadline = System.nanoTime() + timeout.toNanos();
    connection.setConnectTimeout((int) timeout.toMillis());
    connection.setReadTimeout((int) timeout.toMillis());
    connection.setInstanceFollowRedirects(false);
    connection.setRequestProperty("User-Agent", "Loadline");
    try {
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        boolean denied = status == 401 || status == 403;
        throw new SourceException(denied ? Reason.DENIED : Reason.UNEXPECTED, "answered " + status);
      }
      return read(connection, deadline);
    } finally {
      connection.disconnect();
    }
  }

  private String read(HttpURLConnection connection, long deadline)
      throws IOException, SourceException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] part = new byte[4_096];
    try (InputStream in = connection.getInputStream()) {
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        body.write(part, 0, n);
        if (body.size() > limit) {
          throw new SourceException(Reason.UNEXPECTED, "more than " + limit + " bytes");
        }
        if (System.nanoTime() > deadline) {
          throw new SocketTimeoutException();
        }
      }
    }
    return body.toString(StandardCharsets.UTF_8);
  }
}
