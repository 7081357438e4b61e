package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Answer;
import dev.loadline.agent.probe.Getter;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * HTTP/1 servers that stand on Netty's {@code HttpServerCodec}, Reactor Netty's among them: a
 * request lasts from its first line to the last content that is given to the codec, and those that
 * were sent at once are answered in order. Netty knows no routes, so all of them are unknown. Lost
 * connections leave requests without a status. Connections count until the codec leaves them, so
 * not those that became WebSockets or HTTP/2. Vert.x has a codec and a probe of its own.
 */
@AutoService(Probe.class)
@Measures(
    of = "HTTP servers on Netty, Reactor Netty's among them",
    value = {Measures.REQUESTS, "sockets: open connections that speak HTTP/1"},
    omits = {
      @Omits(value = "the route", because = "Netty has none"),
      @Omits(value = "HTTP/2", because = "its streams pass other classes"),
      @Omits(
          value = "pipelines of a HttpRequestDecoder and a HttpResponseEncoder",
          because = "nothing says which two belong together"),
      @Omits(value = "which route holds the units of a pool", because = "no route is known")
    })
public final class NettyHttpProbe implements Probe {

  private static final String HTTP = "io.netty.handler.codec.http.";
  private static final String CODEC = HTTP + "HttpServerCodec";
  private static final String HANDLER = "io.netty.channel.CombinedChannelDuplexHandler";

  @Override
  public String name() {
    return "netty-http";
  }

  @Override
  public void declare(Plan plan) {
    plan.servers()
        .pipeline(CODEC + "$HttpServerRequestDecoder", "inboundHandler")
        .asked(HTTP + "HttpRequestDecoder", "createMessage|createInvalidMessage", "method")
        .answered(HANDLER, "write", new Response())
        .lost(HANDLER, "handlerRemoved");
    plan.openings("sockets", "netty-http")
        .openedOnly(HANDLER, "handlerAdded", CODEC)
        .closed(HANDLER, "handlerRemoved")
        .closed(CODEC, "upgradeFrom");
  }

  /** Interim answers such as 100 are none; 101 is the last that the codec writes. */
  private static final class Response implements Answer {

    private static final int SWITCHING = 101;
    private static final int FINAL = 200;

    private final Parts head = new Parts(HTTP + "HttpResponse");
    private final Parts last = new Parts(HTTP + "LastHttpContent");
    private final Getter status = Getter.of("status");
    private final Getter code = Getter.ofInt("code");

    @Override
    public int begins(Object part) throws Throwable {
      Object of = head.has(part) ? status.get(part) : null;
      int number = of == null ? 0 : code.number(of);
      return number >= FINAL || number == SWITCHING ? number : 0;
    }

    @Override
    public boolean ends(Object part) {
      return last.has(part);
    }
  }

  /** Whether objects are of an interface of this name; asked once of each class. */
  private static final class Parts extends ClassValue<Boolean> {

    private final String name;

    Parts(String name) {
      this.name = name;
    }

    boolean has(Object part) {
      return get(part.getClass());
    }

    @Override
    protected Boolean computeValue(Class<?> type) {
      for (Class<?> at = type; at != null; at = at.getSuperclass()) {
        for (Class<?> seen : at.getInterfaces()) {
          if (seen.getName().equals(name) || get(seen)) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
