package dev.loadline.agent.host;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code /proc/self/net/tcp} and {@code tcp6}: all sockets of the network namespace,
 * which in a container is that of the pod. Reading stops after 4 MiB, about 27,000 rows, or 50 ms,
 * and then there is no result: part of the sockets would be a wrong figure.
 */
final class SocketTable {

  private static final int MOST_BYTES = 4 << 20;
  private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int LONGEST_LINE = 1024;

  private final List<Row> rows = new ArrayList<>();
  private final int mostBytes;
  private final long mostNanos;
  private int bytes;

  SocketTable() {
    this(MOST_BYTES, MOST_NANOS);
  }

  SocketTable(int mostBytes, long mostNanos) {
    this.mostBytes = mostBytes;
    this.mostNanos = mostNanos;
  }

  /** One socket. */
  static final class Row {
    final int localPort;
    final String remote;
    final int state;
    final long received;

    Row(int localPort, String remote, int state, long received) {
      this.localPort = localPort;
      this.remote = remote;
      this.state = state;
      this.received = received;
    }
  }

  List<Row> rows() {
    return rows;
  }

  /** Adds the rows of a file; false if it is too long or took too long. An absent one has none. */
  boolean read(File file) {
    long since = System.nanoTime();
    byte[] buffer = new byte[64 << 10];
    StringBuilder line = new StringBuilder();
    try (InputStream in = new FileInputStream(file)) {
      for (int n; (n = in.read(buffer)) > 0; ) {
        bytes += n;
        if (bytes > mostBytes || System.nanoTime() - since > mostNanos) {
          return false;
        }
        take(buffer, n, line);
      }
      return true;
    } catch (IOException | SecurityException absent) {
      return true;
    }
  }

  private void take(byte[] buffer, int n, StringBuilder line) {
    for (int i = 0; i < n; i++) {
      if (buffer[i] != '\n') {
        if (line.length() < LONGEST_LINE) {
          line.append((char) buffer[i]);
        }
        continue;
      }
      Row row = row(line.toString().trim());
      if (row != null) {
        rows.add(row);
      }
      line.setLength(0);
    }
  }

  static @Nullable Row row(String line) {
    String[] fields = line.split(" +", -1);
    if (fields.length < 5 || !fields[0].endsWith(":")) {
      return null;
    }
    try {
      String[] local = fields[1].split(":", -1);
      String[] remote = fields[2].split(":", -1);
      String[] queues = fields[4].split(":", -1);
      return new Row(
          Integer.parseInt(local[1], 16),
          address(remote[0]) + ":" + Integer.parseInt(remote[1], 16),
          Integer.parseInt(fields[3], 16),
          Long.parseLong(queues[1], 16));
    } catch (RuntimeException malformed) {
      return null;
    }
  }

  /** The kernel writes words in the machine's order. */
  private static String address(String hex) {
    int[] bytes = new int[hex.length() / 2];
    boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    for (int i = 0; i < bytes.length; i++) {
      int at = little ? i / 4 * 4 + 3 - i % 4 : i;
      bytes[i] = Integer.parseInt(hex.substring(2 * at, 2 * at + 2), 16);
    }
    if (bytes.length == 4) {
      return dotted(bytes, 0);
    }
    return mapped(bytes) ? dotted(bytes, 12) : "[" + groups(bytes) + "]";
  }

  private static boolean mapped(int[] bytes) {
    for (int i = 0; i < 10; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return bytes[10] == 0xff && bytes[11] == 0xff;
  }

  private static String dotted(int[] bytes, int from) {
    return bytes[from] + "." + bytes[from + 1] + "." + bytes[from + 2] + "." + bytes[from + 3];
  }

  private static String groups(int[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes.length; i += 2) {
      text.append(i == 0 ? "" : ":").append(Integer.toHexString(bytes[i] << 8 | bytes[i + 1]));
    }
    return text.toString();
  }
}
