package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * Guava's rate limiters, which have no names and are numbered in the order of first use. All
 * overloads end in these two methods.
 */
@AutoService(Probe.class)
public final class GuavaRateLimiterProbe implements Probe {

  private static final String LIMITER = "com.google.common.util.concurrent.RateLimiter";

  @Override
  public String name() {
    return "guava-ratelimiter";
  }

  @Override
  public void declare(Plan plan) {
    plan.rates("", "getRate", "").permits(LIMITER, "acquire", 1).permit(LIMITER, "tryAcquire", 3);
  }
}
