package dev.loadline.advisor.capacity;

import java.time.Duration;
import java.util.Optional;

/**
 * The law of a pool whose members are held for a while and then given back: connections, workers.
 *
 * <p>It is full at {@code limit x instances / demand}: 15 connections, each request holding one for
 * 0.1012 s, are 148.2 requests/s. It is safe only as far as callers rarely wait, which Erlang C
 * with Hayward's correction tells, and as far as answers stay quick enough with that wait added.
 */
public final class PoolLaw {
  private static final int STEPS = 50;

  private final Measured measured;
  private final Estimate demand;
  private final Peakedness peakedness;

  public PoolLaw(Measured measured, long seed) {
    this.measured = measured;
    this.demand = Demand.perRequest(measured.windows(), measured.unit(), seed);
    this.peakedness = Bursts.seen(measured.longWindows(), seed);
  }

  /** Seconds for which one request holds a member. */
  public Estimate demandPerRequest() {
    return demand;
  }

  public Peakedness peakedness() {
    return peakedness;
  }

  /** Members of all instances together. */
  private double members() {
    return measured.limit() * measured.instances();
  }

  /** The request rate at which every member is always held. */
  public Estimate capacity() {
    if (!demand.known()) {
      return Estimate.unknown(Demand.RATE, demand.explanation());
    }
    if (demand.lowest() <= 0) {
      return Estimate.unknown(Demand.RATE, "no request held a " + measured.unit());
    }
    double value = members() / demand.orThrow();
    double low = members() / demand.highest();
    double high = members() / demand.lowest();
    return Estimate.point(
        value,
        low,
        high,
        Demand.RATE,
        "%s / %s s held per request = %s requests/s %s"
            .formatted(
                membersText(),
                Figures.of(demand.orThrow()),
                Figures.of(value),
                Figures.range(low, high)));
  }

  /** The request rate up to which the objective holds. */
  public Estimate safeCapacity(Objective objective) {
    Estimate capacity = capacity();
    if (!capacity.known()) {
      return capacity;
    }
    if (objective.p95() != null && measured.response() == null) {
      return Estimate.unknown(
          Demand.RATE, "no distribution of response times, which p95 needs, is measured");
    }
    Optional<Estimate> late = alreadyLate(objective);
    if (late.isPresent()) {
      return late.get();
    }
    double value = safeRate(objective, demand.orThrow(), peakedness);
    double low = safeRate(objective, demand.highest(), peakedness.highest());
    double high = safeRate(objective, demand.lowest(), peakedness.lowest());
    return Estimate.point(
        value, Math.min(low, value), Math.max(high, value), Demand.RATE, safe(value, low, high));
  }

  private Optional<Estimate> alreadyLate(Objective objective) {
    Duration p95 = objective.p95();
    Distribution response = measured.response();
    if (p95 == null || response == null) {
      return Optional.empty();
    }
    double limit = seconds(p95);
    double share = response.longerThan(limit, wait -> 0);
    if (share <= 0.05) {
      return Optional.empty();
    }
    return Optional.of(
        Estimate.atMost(
            measured.rate(),
            Demand.RATE,
            "at %s requests/s already %s %% of the requests take longer than %s s (5 %% may)"
                .formatted(
                    Figures.of(measured.rate()), Figures.of(100 * share), Figures.of(limit))));
  }

  /** Share of the callers that wait at a request rate. */
  public double waits(double rate) {
    return waits(rate, demand.orThrow(), peakedness);
  }

  private double waits(double rate, double demandSeconds, Peakedness bursts) {
    double offered = rate * demandSeconds / measured.instances();
    return Hayward.waits(measured.limit(), offered, bursts.at(offered));
  }

  private double safeRate(Objective objective, double demandSeconds, Peakedness bursts) {
    double low = 0;
    double high = members() / demandSeconds;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      if (holds(objective, middle, demandSeconds, bursts)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean holds(Objective objective, double rate, double demandSeconds, Peakedness bursts) {
    if (waits(rate, demandSeconds, bursts) > objective.waiting()) {
      return false;
    }
    Duration p95 = objective.p95();
    Distribution response = measured.response();
    if (p95 == null || response == null) {
      return true;
    }
    double seen = waits(measured.rate(), demandSeconds, bursts);
    return response.longerThan(seconds(p95), extraWait(rate, demandSeconds, bursts, seen)) <= 0.05;
  }

  /** The wait on top of what the measured response times already contain. */
  private Distribution.Tail extraWait(
      double rate, double demandSeconds, Peakedness bursts, double seen) {
    double offered = rate * demandSeconds / measured.instances();
    double peak = bursts.at(offered);
    double waits = Hayward.waits(measured.limit(), offered, peak);
    double share = Math.max(0, waits - seen);
    double fall = Math.max(0, measured.limit() - offered) / (measured.meanHold() * peak);
    return seconds -> share * Math.exp(-fall * seconds);
  }

  private String safe(double value, double low, double high) {
    double busy = value * demand.orThrow();
    double offered = busy / measured.instances();
    return "%s requests/s x %s s = %s of %s busy on average, of which %s %% of callers wait (peakedness %s) %s"
        .formatted(
            Figures.of(value),
            Figures.of(demand.orThrow()),
            Figures.of(busy),
            membersText(),
            Figures.of(100 * waits(value)),
            Figures.of(peakedness.at(offered)),
            Figures.range(Math.min(low, value), Math.max(high, value)));
  }

  private String membersText() {
    String members = Figures.of(measured.limit()) + " " + measured.unit() + "s";
    return measured.instances() == 1 ? members : measured.instances() + " x " + members;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
