package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The rate limiters of Resilience4j. A wait is that of the thread, or what a reservation tells its
 * caller to wait. A drain takes permits that nobody asked for and is not counted.
 */
@AutoService(Probe.class)
public final class Resilience4jRateLimiterProbe implements Probe {

  private static final String PACKAGE = "io.github.resilience4j.ratelimiter.internal.";
  private static final String LIMITER = PACKAGE + "AtomicRateLimiter";

  @Override
  public String name() {
    return "resilience4j-ratelimiter";
  }

  @Override
  public void declare(Plan plan) {
    plan.rates(
            "getName",
            "getRateLimiterConfig.getLimitForPeriod",
            "getRateLimiterConfig.getLimitRefreshPeriod.toNanos")
        .permit(LIMITER, "acquirePermission|getPermission")
        .reservation(LIMITER, "reservePermission")
        .permit(PACKAGE + "SemaphoreBasedRateLimiter", "acquirePermission|getPermission");
  }
}
