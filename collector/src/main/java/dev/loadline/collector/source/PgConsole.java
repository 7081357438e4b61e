package dev.loadline.collector.source;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.exception.ScramException;
import dev.loadline.collector.source.SourceException.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The simple half of PostgreSQL's protocol, for consoles that speak no other: PgBouncer refuses the
 * {@code SET} that the JDBC driver begins with.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-flow.html">PostgreSQL, message
 *     flow</a>
 */
final class PgConsole implements AutoCloseable {
  private static final int VERSION_3 = 196_608;
  private static final int MAX_MESSAGE_BYTES = 1 << 20;
  private static final int MAX_ROWS = 20_000;

  /** Buffered, since PgBouncer 1.18 refuses a first message that comes in pieces. */
  private final DataOutputStream out;

  private final Socket socket = new Socket();
  private final long timeoutNanos;
  private final DataInputStream in;
  private long deadline;

  private PgConsole(Address address, Duration timeout) throws IOException {
    this.timeoutNanos = timeout.toNanos();
    socket.connect(
        new InetSocketAddress(address.bareHost(), address.port()), (int) timeout.toMillis());
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
  }

  /** Connects and logs in, within the timeout each. */
  static PgConsole open(
      Address address, String user, String database, @Nullable String password, Duration timeout)
      throws IOException, SourceException {
    PgConsole console = new PgConsole(address, timeout);
    try {
      console.login(user, database, password == null ? "" : password);
      return console;
    } catch (IOException | SourceException | RuntimeException e) {
      console.close();
      throw e;
    }
  }

  /** The rows of an answer by the names of their columns; nulls are left out. */
  List<Map<String, String>> ask(String statement) throws IOException, SourceException {
    begin();
    send('Q', text(statement));
    List<String> columns = List.of();
    List<Map<String, String>> rows = new ArrayList<>();
    while (true) {
      Message message = receive();
      switch (message.type) {
        case 'T' -> columns = message.columns();
        case 'D' -> rows.add(message.row(columns));
        case 'Z' -> {
          return rows;
        }
        default -> {}
      }
      if (rows.size() > MAX_ROWS) {
        throw new SourceException(Reason.UNEXPECTED, "more than " + MAX_ROWS + " rows");
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void login(String user, String database, String password)
      throws IOException, SourceException {
    begin();
    byte[] parameters =
        text("user", user, "database", database, "application_name", "loadline", "");
    out.writeInt(8 + parameters.length);
    out.writeInt(VERSION_3);
    out.write(parameters);
    out.flush();
    Message message = receive();
    while (message.type != 'Z') {
      if (message.type == 'R') {
        authenticate(message.body, user, password);
      }
      message = receive();
    }
  }

  private void authenticate(ByteBuffer body, String user, String password)
      throws IOException, SourceException {
    int method = body.getInt();
    switch (method) {
      case 0 -> {}
      case 3 -> send('p', text(password));
      case 5 -> send('p', text(md5(password, user, body)));
      case 10 -> scram(body, password);
      default ->
          throw new SourceException(
              Reason.DENIED, "asks for authentication method " + method + ", which is not known");
    }
  }

  private void scram(ByteBuffer body, String password) throws IOException, SourceException {
    try {
      ScramClient client =
          ScramClient.builder()
              .advertisedMechanisms(Message.strings(body))
              .username("*")
              .password(password.toCharArray())
              .build();
      byte[] first = client.clientFirstMessage().toString().getBytes(StandardCharsets.UTF_8);
      ByteArrayOutputStream initial = new ByteArrayOutputStream();
      initial.writeBytes(text(client.getScramMechanism().getName()));
      initial.writeBytes(ByteBuffer.allocate(4).putInt(first.length).array());
      initial.writeBytes(first);
      send('p', initial.toByteArray());
      client.serverFirstMessage(saslData(11));
      send('p', client.clientFinalMessage().toString().getBytes(StandardCharsets.UTF_8));
      client.serverFinalMessage(saslData(12));
    } catch (ScramException | IllegalArgumentException e) {
      throw new SourceException(Reason.DENIED, "SCRAM: " + e.getMessage());
    }
  }

  private String saslData(int expected) throws IOException, SourceException {
    Message message = receive();
    if (message.type != 'R' || message.body.getInt() != expected) {
      throw new SourceException(Reason.UNEXPECTED, "an answer out of turn while logging in");
    }
    return StandardCharsets.UTF_8.decode(message.body).toString();
  }

  private static String md5(String password, String user, ByteBuffer salt) {
    byte[] inner = hex(bytes(password + user)).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer salted = ByteBuffer.allocate(inner.length + salt.remaining());
    return "md5" + hex(salted.put(inner).put(salt).array());
  }

  /** What the protocol of servers before SCRAM asks for. */
  private static String hex(byte[] data) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(data));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void begin() {
    deadline = System.nanoTime() + timeoutNanos;
  }

  private void send(char type, byte[] body) throws IOException {
    out.writeByte(type);
    out.writeInt(4 + body.length);
    out.write(body);
    out.flush();
  }

  private Message receive() throws IOException, SourceException {
    long left = (deadline - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException("no whole answer in time");
    }
    socket.setSoTimeout((int) left);
    char type = (char) in.readUnsignedByte();
    int length = in.readInt() - 4;
    if (length < 0 || length > MAX_MESSAGE_BYTES) {
      throw new SourceException(Reason.UNEXPECTED, "a message of " + length + " bytes");
    }
    Message message = new Message(type, ByteBuffer.wrap(in.readNBytes(length)));
    if (type == 'E') {
      throw message.failure();
    }
    return message;
  }

  private static byte[] text(String... words) {
    return bytes(String.join("\0", words) + "\0");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private record Message(char type, ByteBuffer body) {

    List<String> columns() {
      int count = body.getShort();
      List<String> names = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        names.add(string(body));
        body.position(body.position() + 18);
      }
      return names;
    }

    Map<String, String> row(List<String> columns) {
      int count = body.getShort();
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < count; i++) {
        int length = body.getInt();
        if (length >= 0) {
          byte[] value = new byte[length];
          body.get(value);
          row.put(columns.get(i), new String(value, StandardCharsets.UTF_8));
        }
      }
      return row;
    }

    SourceException failure() {
      String code = "";
      String told = "";
      for (String field : strings(body)) {
        if (field.startsWith("C")) {
          code = field.substring(1);
        } else if (field.startsWith("M")) {
          told = field.substring(1);
        }
      }
      return new SourceException(reason(code, told), told);
    }

    private static Reason reason(String code, String told) {
      boolean login = told.contains("authentication failed") || told.startsWith("no such user");
      return code.startsWith("28") || code.equals("42501") || login || told.endsWith("not allowed")
          ? Reason.DENIED
          : Reason.UNEXPECTED;
    }

    static List<String> strings(ByteBuffer body) {
      List<String> strings = new ArrayList<>();
      for (String next = string(body); !next.isEmpty(); next = string(body)) {
        strings.add(next);
      }
      return strings;
    }

    private static String string(ByteBuffer body) {
      int end = body.position();
      while (end < body.limit() && body.get(end) != 0) {
        end++;
      }
      byte[] value = new byte[end - body.position()];
      body.get(value);
      body.position(Math.min(body.limit(), end + 1));
      return new String(value, StandardCharsets.UTF_8);
    }
  }
}
