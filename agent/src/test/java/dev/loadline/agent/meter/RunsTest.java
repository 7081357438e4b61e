package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunsTest {

  private final Runs runs = new Runs();
  private final WorkersMeter meter = new WorkersMeter(0);
  private final long key = Runs.key(7, this);

  @Test
  void aRunEndsOnce() {
    runs.begin(key, meter, 100, 7);
    runs.end(key, 400, 7);
    runs.end(key, 500, 7);
    assertThat(meter.holds().count()).isEqualTo(1);
    assertThat(meter.occupancy(1_000).seconds()).isEqualTo(300 / 1e9);
  }

  @Test
  void oneThreadInTwoPoolsHasTwoRuns() {
    WorkersMeter inner = new WorkersMeter(0);
    long nested = Runs.key(7, inner);
    runs.begin(key, meter, 100, 7);
    runs.begin(nested, inner, 200, 7);
    runs.leave(nested, 300, 7);
    assertThat(inner.occupancy(1_000).inUse()).isZero();
    assertThat(meter.occupancy(1_000).inUse()).isEqualTo(1);
  }

  @Test
  void whatIsForgottenOccupiesNothingAndHasNoEnd() {
    runs.begin(key, meter, 100, 7);
    runs.forget(200);
    runs.end(key, 300, 7);
    assertThat(meter.occupancy(1_000).inUse()).isZero();
    assertThat(meter.holds().count()).isZero();
  }

  @Test
  void moreThreadsThanSlotsAreCounted() {
    for (int thread = 1; thread <= 5_000; thread++) {
      runs.begin(Runs.key(thread, this), meter, 100, thread);
    }
    assertThat(meter.occupancy(1_000).inUse() + runs.untracked()).isEqualTo(5_000);
    assertThat(runs.untracked()).isPositive();
  }
}
