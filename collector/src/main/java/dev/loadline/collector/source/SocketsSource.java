package dev.loadline.collector.source;

import com.google.auto.service.AutoService;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.ResourceKind;
import dev.loadline.collector.signal.Signal;
import dev.loadline.collector.source.SourceException.Reason;
import dev.loadline.collector.yaml.Default;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel knows of a service that publishes nothing: {@code sockets: {service: orders,
 * listen: 8000, servers: {orders-pg: "127.0.0.1:5432"}}}.
 *
 * <p>Seven connections to 127.0.0.1:5432 are {@code pool/orders-pg} in use 7. Sees one network
 * namespace: the collector's own, or that of a process; other programs in it that use the same
 * server are counted too.
 */
@SuppressWarnings("rawtypes")
@AutoService(Source.class)
public final class SocketsSource implements Source<SocketsSource.Settings> {

  /**
   * @param listen the port that users come to
   * @param servers what the service calls, {@code host:port} by name
   * @param backlog how long the queue before the port may be, as the service asks for it; the
   *     kernel does not tell
   * @param pid of a process whose network namespace is meant, and not the collector's
   * @param proc where the process file system is mounted
   */
  public record Settings(
      String service,
      @Nullable Integer listen,
      @Default("{}") Map<String, String> servers,
      @Nullable Integer backlog,
      @Nullable Long pid,
      @Default("/proc") Path proc) {
    private static final int MAX_SERVERS = 100;

    public Settings {
      servers.values().forEach(Address::parse);
      if (listen == null && servers.isEmpty()) {
        throw new IllegalArgumentException("say which port to look at by listen, or servers");
      }
      if (listen != null && (listen < 1 || listen > 65_535)) {
        throw new IllegalArgumentException("a port is 1 to 65535, not " + listen);
      }
      if (servers.size() > MAX_SERVERS) {
        throw new IllegalArgumentException("at most " + MAX_SERVERS + " servers");
      }
    }

    Path network() {
      return proc.resolve(pid == null ? "self" : Long.toString(pid)).resolve("net");
    }
  }

  @Override
  public String name() {
    return "sockets";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Session session(Settings settings) {
    return new Looking(settings);
  }

  /** One network namespace. */
  private static final class Looking implements Session {
    private static final Duration BUDGET = Duration.ofMillis(50);

    private final Settings settings;
    private final Workers workers;
    private long skip;
    private String skipped = "";

    Looking(Settings settings) {
      this.settings = settings;
      this.workers = new Workers(settings.proc());
    }

    @Override
    public Origin origin() {
      String process = settings.pid() == null ? "host" : "pid " + settings.pid();
      String instance = settings.listen() == null ? process : ":" + settings.listen();
      return new Origin(
          settings.service(), instance, "sockets", "file://" + settings.network() + "/tcp");
    }

    /** Long tables are read as seldom as keeps the mean at 50 ms a reading. */
    @Override
    public Reading read() throws SourceException {
      Reading.Builder reading = new Reading.Builder();
      if (skip > 0) {
        skip--;
        return reading.note(skipped).build();
      }
      long began = System.nanoTime();
      try {
        Count count = count();
        count.tell(reading);
        drops(reading);
        if (settings.listen() != null) {
          workers.tell(settings.listen(), count.listening, reading);
        }
      } catch (UnknownHostException e) {
        throw new SourceException(Reason.CONNECT, "no address for " + e.getMessage());
      } catch (NoSuchFileException e) {
        throw new SourceException(Reason.CONNECT, e.getFile() + " is not there");
      } catch (IOException e) {
        throw new SourceException(Reason.UNEXPECTED, e.toString());
      }
      long took = System.nanoTime() - began;
      skip = took / BUDGET.toNanos();
      skipped =
          "reading took %d ms and is done in every %dth interval only"
              .formatted(took / 1_000_000, skip + 1);
      return reading.build();
    }

    @Override
    public void close() {}

    private Count count() throws IOException {
      Count count = new Count(settings);
      try (BufferedReader table = open("tcp")) {
        Map<String, String> names = names(false);
        SocketTable.read(table, entry -> count.add(entry, names));
      }
      if (Files.exists(settings.network().resolve("tcp6"))) {
        try (BufferedReader table = open("tcp6")) {
          Map<String, String> names = names(true);
          SocketTable.read(table, entry -> count.add(entry, names));
        }
      }
      return count;
    }

    private BufferedReader open(String name) throws IOException {
      return Files.newBufferedReader(settings.network().resolve(name), StandardCharsets.ISO_8859_1);
    }

    /** Servers by their address and port as the table writes them. */
    private Map<String, String> names(boolean wide) throws UnknownHostException {
      Map<String, String> names = new HashMap<>();
      for (Map.Entry<String, String> server : settings.servers().entrySet()) {
        Address address = Address.parse(server.getValue());
        for (InetAddress each : SocketTable.addresses(address.bareHost())) {
          if (wide || each.getAddress().length == 4) {
            names.put(SocketTable.hex(each, wide) + ":" + address.port(), server.getKey());
          }
        }
      }
      return names;
    }

    /** Connections that the kernel turned away since it started, in the whole namespace. */
    private void drops(Reading.Builder reading) throws IOException {
      Path file = settings.network().resolve("netstat");
      if (!Files.exists(file)) {
        reading.note(file + " is not there, so that refused connections are not known");
        return;
      }
      Map<String, Long> counters = counters(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
      Long overflows = counters.get("ListenOverflows");
      Long drops = counters.get("ListenDrops");
      if (overflows != null && drops != null) {
        Resource accept = new Resource(ResourceKind.QUEUE, "accept");
        reading.add(accept, Signal.REJECTED, Map.of("reason", "overflow"), overflows.doubleValue());
        reading.add(
            accept,
            Signal.REJECTED,
            Map.of("reason", "other"),
            (double) Math.max(0, drops - overflows));
      }
    }

    /** Lines come in pairs: names, then values. */
    private static Map<String, Long> counters(List<String> lines) {
      Map<String, Long> counters = new HashMap<>();
      for (int i = 0; i + 1 < lines.size(); i += 2) {
        String[] names = lines.get(i).split(" ");
        String[] values = lines.get(i + 1).split(" ");
        for (int j = 1; j < Math.min(names.length, values.length); j++) {
          counters.put(names[j], Long.parseLong(values[j]));
        }
      }
      return counters;
    }
  }

  /** The sockets of one reading. */
  private static final class Count {
    private final Settings settings;
    private final Map<String, Integer> established = new HashMap<>();
    private final Map<String, Integer> closing = new HashMap<>();
    private final Set<Long> listening = new HashSet<>();
    private int users;
    private long queued;

    Count(Settings settings) {
      this.settings = settings;
      settings.servers().keySet().forEach(name -> established.put(name, 0));
      settings.servers().keySet().forEach(name -> closing.put(name, 0));
    }

    void add(SocketTable.Entry entry, Map<String, String> names) {
      boolean ours = settings.listen() != null && entry.localPort() == settings.listen();
      if (ours && entry.state() == SocketTable.LISTEN) {
        listening.add(entry.inode());
        queued += entry.queued();
      } else if (ours && entry.state() == SocketTable.ESTABLISHED) {
        users++;
      }
      String server = names.get(entry.remote() + ":" + entry.remotePort());
      if (server != null && entry.state() == SocketTable.ESTABLISHED) {
        established.merge(server, 1, Integer::sum);
      } else if (server != null && entry.state() == SocketTable.CLOSE_WAIT) {
        closing.merge(server, 1, Integer::sum);
      }
    }

    void tell(Reading.Builder reading) {
      established.forEach((name, open) -> pool(reading, name, open, closing.getOrDefault(name, 0)));
      if (settings.listen() == null) {
        return;
      }
      String port = Integer.toString(settings.listen());
      if (listening.isEmpty()) {
        reading.note("nobody listens on port " + port);
        return;
      }
      reading.put(new Resource(ResourceKind.SOCKETS, port), Signal.IN_USE, users);
      Resource queue = new Resource(ResourceKind.QUEUE, "accept-" + port);
      reading.put(queue, Signal.IN_USE, (double) queued);
      if (settings.backlog() != null) {
        reading.put(queue, Signal.LIMIT, settings.backlog());
      }
    }

    /** What the server has closed and the client has not is held all the same. */
    private static void pool(Reading.Builder reading, String name, int open, int closing) {
      Resource pool = new Resource(ResourceKind.POOL, name);
      reading.put(pool, Signal.IN_USE, open + closing);
      reading.add(pool, Signal.IN_USE, Map.of("state", "close-wait"), closing);
    }
  }
}
