package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Exchange;
import dev.loadline.agent.probe.Getter;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat, alone or embedded. The route is the pattern of Spring's controller where there is one,
 * otherwise that of the servlet. Of an asynchronous request each turn on a thread is one request.
 */
@AutoService(Probe.class)
public final class TomcatServerProbe implements Probe {

  @Override
  public String name() {
    return "tomcat";
  }

  @Override
  public void declare(Plan plan) {
    plan.exchange("org.apache.catalina.core.StandardEngineValve", "invoke", new TomcatExchange());
  }

  private static final class TomcatExchange implements Exchange {

    private final Getter method = Getter.of("getMethod");
    private final Getter spring =
        Getter.of(
            "getAttribute", "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
    private final Getter mapping = Getter.of("getHttpServletMapping");
    private final Getter pattern = Getter.of("getPattern");
    private final Getter response = Getter.of("getResponse");
    private final Getter status = Getter.ofInt("getStatus");

    @Override
    public @Nullable String method(Object request) throws Throwable {
      return method.text(request);
    }

    @Override
    public @Nullable String route(Object request) throws Throwable {
      String matched = spring.text(request);
      return matched != null ? matched : pattern.text(mapping.get(request));
    }

    @Override
    public int status(Object request) throws Throwable {
      Object answer = response.get(request);
      return answer == null ? 0 : status.number(answer);
    }
  }
}
