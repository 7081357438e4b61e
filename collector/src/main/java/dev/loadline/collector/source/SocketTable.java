package dev.loadline.collector.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Reads {@code /proc/net/tcp} and {@code tcp6} line by line, since they can be long.
 *
 * @see <a href="https://docs.kernel.org/networking/proc_net_tcp.html">Linux, proc_net_tcp</a>
 */
final class SocketTable {
  static final int ESTABLISHED = 0x01;
  static final int CLOSE_WAIT = 0x08;
  static final int LISTEN = 0x0A;

  private SocketTable() {}

  /**
   * One socket.
   *
   * @param remote as the table writes it, in hexadecimal
   * @param queued of a listening socket the connections that nobody has accepted yet
   */
  record Entry(int localPort, String remote, int remotePort, int state, long queued, long inode) {}

  /** Hands on every socket; the first line is a heading. */
  static void read(BufferedReader table, Consumer<Entry> each) throws IOException {
    table.readLine();
    for (String line = table.readLine(); line != null; line = table.readLine()) {
      each.accept(entry(line));
    }
  }

  /** {@code 0: 0100007F:1F90 00000000:0000 0A 00000000:00000003 00:00000000 00000000 0 0 4711 …} */
  static Entry entry(String line) throws IOException {
    String[] field = line.strip().split("\\s+", 11);
    try {
      String[] remote = field[2].split(":");
      return new Entry(
          port(field[1]),
          remote[0],
          Integer.parseInt(remote[1], 16),
          Integer.parseInt(field[3], 16),
          Long.parseLong(field[4].split(":")[1], 16),
          Long.parseLong(field[9]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("not a line of a socket table: " + line.strip(), e);
    }
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
  }

  /** An address as the tables write it, {@code 0100007F}; that of tcp6 for IPv4 is mapped. */
  static String hex(InetAddress address, boolean wide) {
    byte[] bytes = wide ? mapped(address) : address.getAddress();
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    StringBuilder text = new StringBuilder();
    while (words.hasRemaining()) {
      text.append(HexFormat.of().withUpperCase().toHexDigits(words.getInt()));
    }
    return text.toString();
  }

  private static byte[] mapped(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == 16) {
      return bytes;
    }
    return ByteBuffer.allocate(16).putShort(10, (short) -1).position(12).put(bytes).array();
  }

  /** Every address that a name stands for. */
  static InetAddress[] addresses(String host) throws UnknownHostException {
    return InetAddress.getAllByName(host);
  }
}
