package dev.loadline.advisor.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The formulas against queues that are simulated in virtual time. */
class QueueSimulationTest {

  /** Share of the callers that wait for one of {@code servers}; callers come in groups. */
  private static double waits(int servers, double rate, double hold, int group, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PriorityQueue<Double> free = new PriorityQueue<>();
    for (int i = 0; i < servers; i++) {
      free.add(0.0);
    }
    double now = 0;
    int waited = 0;
    int callers = 400_000;
    for (int i = 0; i < callers; i++) {
      if (i % group == 0) {
        now += exponential(random, group / rate);
      }
      double begin = Math.max(now, free.remove());
      waited += begin > now ? 1 : 0;
      free.add(begin + exponential(random, hold));
    }
    return (double) waited / callers;
  }

  private static double exponential(SplittableRandom random, double mean) {
    return -mean * Math.log(1 - random.nextDouble());
  }

  @Test
  void erlangCIsRightForPoissonArrivals() {
    assertThat(waits(15, 90, 0.1, 1, 11)).isCloseTo(ErlangC.waits(15, 9), within(0.004));
    assertThat(waits(15, 120, 0.1, 1, 12)).isCloseTo(ErlangC.waits(15, 12), within(0.015));
  }

  /** Pairs that come together, each held an exponential time, have a peakedness of 1.5. */
  @Test
  void haywardIsNearWhereErlangCIsFarOff() {
    double simulated = waits(15, 90, 0.1, 2, 13);
    assertThat(Hayward.waits(15, 9, 1.5)).isCloseTo(simulated, within(0.3 * simulated));
    assertThat(ErlangC.waits(15, 9)).isLessThan(0.7 * simulated);
  }
}
