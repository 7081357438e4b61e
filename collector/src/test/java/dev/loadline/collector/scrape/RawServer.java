package dev.loadline.collector.scrape;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** Answers every request with bytes as they are, HTTP or not. */
final class RawServer implements AutoCloseable {

  /** Answers one request; the connection is closed afterwards. */
  interface Answer {
    void to(Exchange exchange) throws IOException;
  }

  private final ServerSocket server;
  private final Answer answer;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger hungUp = new AtomicInteger();

  RawServer(Answer answer) {
    this.answer = answer;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start("raw-server", this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  int requests() {
    return requests.get();
  }

  /** How many clients closed their connection while an answer was still going on. */
  int hungUp() {
    return hungUp.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        start("raw-connection", () -> serve(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      readHead(socket.getInputStream());
      requests.incrementAndGet();
      answer.to(new Exchange(socket));
    } catch (IOException e) {
      hungUp.incrementAndGet();
    }
  }

  private static void readHead(InputStream in) throws IOException {
    String end = "";
    while (!end.equals("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      end = (end + (char) next).substring(Math.max(0, end.length() - 3));
    }
  }

  private static void start(String name, Runnable run) {
    Thread thread = new Thread(run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** One request that was read, and the way back. */
  record Exchange(Socket socket) {

    Exchange send(String text) throws IOException {
      return send(text.getBytes(StandardCharsets.UTF_8));
    }

    Exchange send(byte[] bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
      return this;
    }

    /** Sends the text again and again until the client hangs up. */
    void sendForEver(String text) throws IOException {
      while (true) {
        send(text.repeat(1_000));
      }
    }

    /** Sends one byte of it after another, slowly, until the client hangs up. */
    void drip(String text) throws IOException {
      socket.setSoTimeout(20);
      for (int i = 0; ; i++) {
        send(text.substring(i % text.length(), i % text.length() + 1));
        try {
          if (socket.getInputStream().read() < 0) {
            throw new IOException("the client hung up");
          }
        } catch (SocketTimeoutException e) {
          // still there
        }
      }
    }

    /** Says no more until the client hangs up. */
    void wait(String sofar) throws IOException {
      send(sofar);
      if (socket.getInputStream().read() < 0) {
        throw new IOException("the client hung up");
      }
    }
  }

  static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
