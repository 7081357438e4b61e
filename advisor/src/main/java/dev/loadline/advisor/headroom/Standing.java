package dev.loadline.advisor.headroom;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.capacity.Figures;
import dev.loadline.advisor.capacity.Status;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The status of a service and why. Waiting callers come before any arithmetic: with an idle
 * processor the service is {@code blocked}, whatever headroom the sums would show.
 */
record Standing(Status status, @Nullable String reason) {
  static final double TIGHT = 0.2;
  private static final double IDLE = 0.5;
  private static final double FULL = 0.95;

  static Standing of(
      Estimate headroom,
      List<ResourceHeadroom> resources,
      List<PoolAnswer> pools,
      OptionalDouble cpu) {
    for (int i = 0; i < resources.size(); i++) {
      ResourceHeadroom resource = resources.get(i);
      Estimate demand = resource.demandPerRequest();
      Pressure pressure = pools.get(i).pressure();
      if (demand.known() && pressure.waits(demand.orThrow())) {
        return waiting(resource, pressure, cpu);
      }
      Double utilisation = resource.utilisation();
      if (utilisation != null && utilisation >= FULL) {
        return new Standing(
            Status.SATURATED,
            "%s is %.0f %% in use".formatted(resource.resource(), 100 * utilisation));
      }
    }
    return byHeadroom(headroom);
  }

  private static Standing waiting(
      ResourceHeadroom resource, Pressure pressure, OptionalDouble cpu) {
    String waits =
        Double.isNaN(pressure.meanWait())
            ? "callers give up waiting for %s".formatted(resource.resource())
            : "callers wait %s s for %s"
                .formatted(Figures.of(pressure.meanWait()), resource.resource());
    if (cpu.isEmpty()) {
      return new Standing(Status.SATURATED, waits);
    }
    String busy = "the processor is %.0f %% busy".formatted(100 * cpu.getAsDouble());
    return cpu.getAsDouble() < IDLE
        ? new Standing(Status.BLOCKED, waits + " although " + busy)
        : new Standing(Status.SATURATED, waits + " and " + busy);
  }

  private static Standing byHeadroom(Estimate headroom) {
    if (!headroom.known()) {
      return new Standing(Status.UNKNOWN, headroom.explanation());
    }
    double free = headroom.orThrow();
    if (free <= 0) {
      return new Standing(
          Status.SATURATED, "demand has reached what is safe: " + headroom.explanation());
    }
    return free < TIGHT
        ? new Standing(
            Status.TIGHT, "less than a fifth of what is safe is free: " + headroom.explanation())
        : new Standing(Status.OK, null);
  }
}
