package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import com.sun.net.httpserver.HttpExchange;
import dev.loadline.agent.probe.Exchange;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server of the JDK. A request lasts as long as the outermost filter chain; one that is
 * answered by another thread later has no status by then.
 */
@AutoService(Probe.class)
@Measures(
    of = "HTTP server of the JDK",
    value = Measures.REQUESTS,
    omits =
        @Omits(
            value = "the status of an exchange that another thread answers",
            because = "it is not known yet when the handlers return"))
public final class JdkHttpServerProbe implements Probe {

  @Override
  public String name() {
    return "jdk-httpserver";
  }

  @Override
  public void declare(Plan plan) {
    plan.servers().exchange("com.sun.net.httpserver.Filter$Chain", "doFilter", new JdkExchange());
  }

  private static final class JdkExchange implements Exchange {

    @Override
    public @Nullable String method(Object exchange) {
      return ((HttpExchange) exchange).getRequestMethod();
    }

    @Override
    public @Nullable String route(Object exchange) {
      return ((HttpExchange) exchange).getHttpContext().getPath();
    }

    @Override
    public int status(Object exchange) {
      return ((HttpExchange) exchange).getResponseCode();
    }
  }
}
