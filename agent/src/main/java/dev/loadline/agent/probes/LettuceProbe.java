package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.CommandNames;
import dev.loadline.agent.probe.Dispatched;
import dev.loadline.agent.probe.Fields;
import dev.loadline.agent.probe.Getter;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lettuce from 5.0 on: every command from being given to a connection to its end, by name and
 * server, and what GET, HGET and MGET found. One that is given to a connection that is not
 * connected is of an unknown server; one that a cluster redirects is of the first. What opens a
 * connection is left out. Pools of connections are Commons Pool's and measured as such.
 */
@AutoService(Probe.class)
@Measures(
    of = "Lettuce",
    value = {
      "operations: durations as histograms by command, server and error; in flight now and at most",
      "cache: hits and misses of GET, HGET and MGET by server, and by the prefixes of keys that the"
          + " setting redis_prefixes names",
      "pool: as Commons Pool 2"
    },
    omits = {
      @Omits(value = "what opens a connection", because = "it goes another way"),
      @Omits(
          value = "the server of a command given to a connection that is not connected",
          because = "there is none yet"),
      @Omits(value = "hits and misses of values that are streamed", because = "nobody keeps them"),
      @Omits(value = "Lettuce's own asynchronous pool", because = "it is another one")
    })
public final class LettuceProbe implements Probe {

  private static final String PROTOCOL = "io.lettuce.core.protocol.";
  private static final String COMMAND = PROTOCOL + "Command";

  @Override
  public String name() {
    return "lettuce";
  }

  @Override
  public void declare(Plan plan) {
    plan.clients().dispatch(PROTOCOL + "DefaultEndpoint", "write", COMMAND, new LettuceCommands());
  }

  private static final class LettuceCommands implements Dispatched {

    private static final String FAILED = "io.lettuce.core.RedisCommandExecutionException";
    private static final int DEEPEST = 8;

    private final Fields channel = Fields.named("channel");
    private final Getter remoteAddress = Getter.of("remoteAddress");
    private final Fields inner = Fields.named("command");
    private final Fields status = Fields.named("status");
    private final Fields type = Fields.named("type");
    private final Fields output = Fields.named("output");
    private final Fields error = Fields.named("error");
    private final Fields value = Fields.named("value");
    private final Fields args = Fields.named("args");
    private final Fields arguments = Fields.named("singularArguments");
    private final Fields key = Fields.named("key");
    private final CommandNames names = new CommandNames("io.lettuce.", "bytes");

    private @Nullable InetSocketAddress address(Object endpoint) throws Throwable {
      Object connected = channel.of(endpoint);
      Object address = connected == null ? null : remoteAddress.get(connected);
      return address instanceof InetSocketAddress ? (InetSocketAddress) address : null;
    }

    @Override
    public @Nullable Object host(Object endpoint) throws Throwable {
      return address(endpoint);
    }

    @Override
    public int port(Object endpoint) throws Throwable {
      InetSocketAddress address = address(endpoint);
      return address == null ? 0 : address.getPort();
    }

    @Override
    public @Nullable Object open(Object given) throws Throwable {
      Object at = given;
      for (int i = 0; i < DEEPEST; i++) {
        Object within = inner.of(at);
        if (within == null) {
          break;
        }
        at = within;
      }
      return at.getClass().getName().equals(COMMAND) && status.number(at) == 0 ? at : null;
    }

    @Override
    public @Nullable String name(Object command, @Nullable Object none) throws Throwable {
      return names.of(type.of(command));
    }

    @Override
    public String error(Object command) throws Throwable {
      return error.of(output.of(command)) == null ? "" : FAILED;
    }

    @Override
    public boolean legible(Object command) throws Throwable {
      Object form = output.of(command);
      String name = form == null ? "" : form.getClass().getName();
      return name.equals("io.lettuce.core.output.ValueOutput")
          || name.equals("io.lettuce.core.output.KeyValueListOutput");
    }

    @Override
    public @Nullable Object answer(Object command) throws Throwable {
      return output.of(output.of(command));
    }

    @Override
    public @Nullable Object key(Object command, int number) throws Throwable {
      Object all = arguments.of(args.of(command));
      List<?> given = all instanceof List ? (List<?>) all : null;
      return given == null || number >= given.size() ? null : key.of(given.get(number));
    }

    /** Whether the pair of a key and a value has a value. */
    @Override
    public boolean there(@Nullable Object pair) throws Throwable {
      return value.of(pair) != null;
    }
  }
}
