package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.CommandNames;
import dev.loadline.agent.probe.Commands;
import dev.loadline.agent.probe.Fields;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jedis from 2.7 on: every command from its sending to its answer, in pipelines too, by name and
 * server, and what GET, HGET and MGET found. Left out are the commands that open a connection
 * again, subscriptions and MONITOR, after which answers come unasked, and what a transaction looks
 * up. The pools of connections are Commons Pool's and measured as such.
 */
@AutoService(Probe.class)
@Measures(
    of = "Jedis",
    value = {
      "operations: durations as histograms by command, server and error, in pipelines too; in flight"
          + " now and at most",
      "cache: hits and misses of GET, HGET and MGET by server, and by the prefixes of keys that the"
          + " setting redis_prefixes names",
      "pool: as Commons Pool 2"
    },
    omits = {
      @Omits(
          value = "what opens a connection again on the way",
          because = "it is sent inside another command"),
      @Omits(value = "subscriptions and MONITOR", because = "answers come unasked after them"),
      @Omits(
          value = "hits and misses inside a transaction",
          because = "they are answered with QUEUED"),
      @Omits(
          value = "the server behind a socket factory of the application's own",
          because = "only Jedis's says where it leads")
    })
public final class JedisProbe implements Probe {

  @Override
  public String name() {
    return "jedis";
  }

  @Override
  public void declare(Plan plan) {
    plan.clients()
        .conversation(
            "redis.clients.jedis.Connection",
            "sendCommand",
            "readProtocolWithCheckingBroken",
            "disconnect",
            new JedisCommands());
  }

  private static final class JedisCommands implements Commands {

    private static final String LIBRARY = "redis.clients.jedis.";
    private static final String ARGUMENTS = LIBRARY + "CommandArguments";

    private final Fields socketFactory = Fields.named("socketFactory");
    private final Fields hostAndPort = Fields.named("hostAndPort");
    private final Fields host = Fields.named("host");
    private final Fields port = Fields.named("port");
    private final Fields list = Fields.named("args");
    private final Fields raw = Fields.named("raw");
    private final CommandNames names = new CommandNames("redis.clients.jedis.", "raw");

    /** What has the fields host and port: the connection itself up to 3.0. */
    private @Nullable Object place(Object connection) throws Throwable {
      Object factory = socketFactory.of(connection);
      Object place = hostAndPort.of(factory);
      return place != null ? place : factory != null ? factory : connection;
    }

    @Override
    public @Nullable Object host(Object connection) throws Throwable {
      Object name = host.of(place(connection));
      return name instanceof String ? name : null;
    }

    @Override
    public int port(Object connection) throws Throwable {
      return port.number(place(connection));
    }

    @Override
    public @Nullable String name(Object command, @Nullable Object arguments) throws Throwable {
      Object keyword = command;
      if (command.getClass().getName().equals(ARGUMENTS)) {
        Object all = list.of(command);
        keyword = all instanceof List ? ((List<?>) all).get(0) : null;
      }
      String name = names.of(keyword);
      return name.endsWith("SUBSCRIBE") || name.equals("MONITOR") ? null : name;
    }

    @Override
    public @Nullable Object key(Object command, int number) throws Throwable {
      if (command instanceof Object[]) {
        Object[] all = (Object[]) command;
        return number < all.length ? all[number] : null;
      }
      Object all = list.of(command);
      List<?> given = all instanceof List ? (List<?>) all : null;
      return given == null || number + 1 >= given.size() ? null : raw.of(given.get(number + 1));
    }

    @Override
    public boolean there(@Nullable Object value) {
      return value != null;
    }
  }
}
