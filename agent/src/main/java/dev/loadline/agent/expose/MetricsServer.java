package dev.loadline.agent.expose;

import dev.loadline.agent.config.Settings;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Serves {@code /metrics} and {@code /agent/status} on the thread that calls {@link #serve}, to
 * many clients at once, none of which can hold up the others: who takes more than ten seconds is
 * disconnected, under pressure who stood still for one second.
 */
public final class MetricsServer implements Closeable {

  private static final int PORTS = 10;
  private static final int BACKLOG = 64;
  private static final int MOST_CLIENTS = 64;
  private static final int MOST_ANSWERS = 16;
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);
  private static final long IDLE_UNDER_PRESSURE = TimeUnit.SECONDS.toNanos(1);
  private static final long PRESSURE_MILLIS = 50;

  private final ServerSocketChannel listener;
  private final Selector selector;
  private final SelectionKey listening;
  private final Answers answers;
  private final Traffic traffic;
  private final ByteBuffer buffer = ByteBuffer.allocate(4096);
  private long acceptsFrom = System.nanoTime();

  MetricsServer(ServerSocketChannel listener, Answers answers, Traffic traffic) throws IOException {
    this.listener = listener;
    this.answers = answers;
    this.traffic = traffic;
    listener.configureBlocking(false);
    selector = Selector.open();
    listening = listener.register(selector, SelectionKey.OP_ACCEPT);
  }

  /** Takes the first free one of ten ports. */
  static MetricsServer open(Settings settings, Answers answers, Traffic traffic)
      throws IOException {
    MetricsServer server =
        new MetricsServer(bind(settings.host(), settings.port()), answers, traffic);
    if (settings.port() != server.port()) {
      System.err.println(
          "loadline: metrics at http://" + settings.host() + ":" + server.port() + "/metrics");
    }
    return server;
  }

  static ServerSocketChannel bind(String host, int first) throws IOException {
    InetAddress address = InetAddress.getByName(host);
    for (int port = first; ; port++) {
      ServerSocketChannel channel = ServerSocketChannel.open();
      try {
        return channel.bind(new InetSocketAddress(address, port), BACKLOG);
      } catch (BindException taken) {
        channel.close();
        if (first == 0 || port == first + PORTS - 1 || port == 65_535) {
          throw new IOException(
              "no free port from " + first + " to " + port + " on " + host, taken);
        }
      }
    }
  }

  int port() {
    return listener.socket().getLocalPort();
  }

  /**
   * Serves for so many milliseconds.
   *
   * @throws IOException if the system refuses to say who wants something
   */
  public void serve(long millis) throws IOException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; left > 0; ) {
      listening.interestOps(room() ? SelectionKey.OP_ACCEPT : 0);
      selector.select(room() ? left : Math.min(left, PRESSURE_MILLIS));
      for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
        SelectionKey key = keys.next();
        keys.remove();
        turn(key);
      }
      cutTheSlow();
      left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
    }
  }

  private boolean room() {
    return selector.keys().size() <= MOST_CLIENTS && System.nanoTime() - acceptsFrom >= 0;
  }

  private void turn(SelectionKey key) {
    if (key == listening) {
      accept();
      return;
    }
    try {
      if (key.isValid()) {
        converse(key, (Client) key.attachment());
      }
    } catch (IOException | RuntimeException broken) {
      end(key);
    }
  }

  /** Where the system has no more descriptors to give, it is asked again a second later. */
  private void accept() {
    try {
      SocketChannel channel = listener.accept();
      if (channel != null) {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Client(channel, System.nanoTime()));
      }
    } catch (IOException refused) {
      acceptsFrom = System.nanoTime() + IDLE_UNDER_PRESSURE;
    }
  }

  private void converse(SelectionKey key, Client client) throws IOException {
    long now = System.nanoTime();
    if (!client.answering()) {
      switch (client.read(buffer, now)) {
        case WAITS:
          return;
        case GONE:
          end(key);
          return;
        case TOO_LONG:
          client.answer(Answer.plain("431 Request Header Fields Too Large", null).buffers(true));
          break;
        case COMPLETE:
          answer(client, now);
          break;
      }
    }
    traffic.scrapeBytes.addAndGet(client.write(now));
    if (client.done()) {
      end(key);
    } else {
      key.interestOps(SelectionKey.OP_WRITE);
    }
  }

  private void answer(Client client, long now) throws IOException {
    Request request = Request.parse(client.head());
    if (request == null) {
      client.answer(Answer.plain("400 Bad Request", null).buffers(true));
    } else if (answering(now) >= MOST_ANSWERS) {
      traffic.refused.incrementAndGet();
      client.answer(Answer.plain("503 Service Unavailable", "too many at once").buffers(true));
    } else {
      boolean withBody = !request.method().equals("HEAD");
      client.answer(answers.to(request).buffers(withBody));
    }
  }

  /** Answers under way; where there are too many, those that stand still make room. */
  private int answering(long now) {
    List<SelectionKey> still = new ArrayList<>();
    int count = 0;
    for (SelectionKey key : selector.keys()) {
      Client client = (Client) key.attachment();
      if (client != null && key.isValid() && client.answering()) {
        count++;
        if (client.idle(now) > IDLE_UNDER_PRESSURE) {
          still.add(key);
        }
      }
    }
    return count < MOST_ANSWERS ? count : count - cut(still);
  }

  private void cutTheSlow() {
    long now = System.nanoTime();
    boolean pressed = selector.keys().size() > MOST_CLIENTS;
    List<SelectionKey> slow = new ArrayList<>();
    for (SelectionKey key : selector.keys()) {
      Client client = (Client) key.attachment();
      if (client != null
          && (client.age(now) > LONGEST || (pressed && client.idle(now) > IDLE_UNDER_PRESSURE))) {
        slow.add(key);
      }
    }
    cut(slow);
  }

  private int cut(List<SelectionKey> keys) {
    for (SelectionKey key : keys) {
      traffic.cut.incrementAndGet();
      end(key);
    }
    return keys.size();
  }

  private static void end(SelectionKey key) {
    key.cancel();
    try {
      key.channel().close();
    } catch (IOException closed) {
      // It is gone either way.
    }
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      end(key);
    }
    selector.close();
  }
}
