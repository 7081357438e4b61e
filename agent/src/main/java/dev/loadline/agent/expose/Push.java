package dev.loadline.agent.expose;

import dev.loadline.agent.config.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Sends the readings to an OpenTelemetry collector, on a thread of its own. A reading that is not
 * taken is dropped and counted, as the next one, being cumulative, holds what it held; tries are 1
 * to 60 s apart, and one line in five minutes says why.
 */
final class Push implements Runnable {

  private static final int PATIENCE_MILLIS = 10_000;
  private static final long LONGEST_BACKOFF_MILLIS = 60_000;
  private static final long SILENCE = TimeUnit.MINUTES.toNanos(5);
  private static final int MOST_READ = 64 << 10;

  private final Exposition exposition;
  private final Settings settings;
  private final Traffic traffic;
  private final String endpoint;
  private final Random jitter = new Random();
  private int failures;
  private long saidAt;
  private boolean said;

  Push(Exposition exposition, Settings settings, Traffic traffic, String endpoint) {
    this.exposition = exposition;
    this.settings = settings;
    this.traffic = traffic;
    this.endpoint = endpoint;
  }

  @Override
  public void run() {
    try {
      OtlpEncoder encoder =
          new OtlpEncoder(
              settings.attributes(),
              settings.serviceName(),
              TimeUnit.MILLISECONDS.toNanos(ManagementFactory.getRuntimeMXBean().getStartTime()));
      while (true) {
        Thread.sleep(failures == 0 ? settings.pushMillis() : backoff());
        push(encoder);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } catch (LinkageError notThere) {
      System.err.println("loadline: nothing is pushed: " + notThere);
    }
  }

  private long backoff() {
    long most = Math.min(LONGEST_BACKOFF_MILLIS, 1000L << Math.min(failures - 1, 6));
    return most / 2 + jitter.nextInt((int) (most / 2));
  }

  private void push(OtlpEncoder encoder) {
    String why;
    try {
      long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
      why = send(zipped(encoder.encode(exposition.collect(), now)));
    } catch (IOException | RuntimeException failure) {
      why = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
    failures = why == null ? 0 : failures + 1;
    if (why != null) {
      traffic.pushErrors.incrementAndGet();
      say(why);
    }
  }

  private void say(String why) {
    long now = System.nanoTime();
    if (!said || now - saidAt > SILENCE) {
      System.err.println("loadline: the push to " + endpoint + " failed, retrying: " + why);
      said = true;
      saidAt = now;
    }
  }

  private static byte[] zipped(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  /** Why it was not taken, or null. The connection is not kept. */
  private @Nullable String send(byte[] body) throws IOException {
    HttpURLConnection http = (HttpURLConnection) new URL(endpoint).openConnection();
    http.setConnectTimeout(PATIENCE_MILLIS);
    http.setReadTimeout(PATIENCE_MILLIS);
    http.setInstanceFollowRedirects(false);
    http.setUseCaches(false);
    http.setRequestMethod("POST");
    http.setDoOutput(true);
    http.setFixedLengthStreamingMode(body.length);
    for (Map.Entry<String, String> header : settings.pushHeaders().entrySet()) {
      http.setRequestProperty(header.getKey(), header.getValue());
    }
    http.setRequestProperty("Content-Type", "application/x-protobuf");
    http.setRequestProperty("Content-Encoding", "gzip");
    http.setRequestProperty("Connection", "close");
    try (OutputStream out = http.getOutputStream()) {
      out.write(body);
      traffic.pushBytes.addAndGet(body.length);
      int status = http.getResponseCode();
      if (status / 100 != 2) {
        return "status " + status;
      }
      drain(http.getInputStream());
      return null;
    } finally {
      http.disconnect();
    }
  }

  private static void drain(InputStream answer) throws IOException {
    byte[] buffer = new byte[4096];
    int read = 0;
    for (int n; read < MOST_READ && (n = answer.read(buffer)) > 0; ) {
      read += n;
    }
  }
}
