package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WaitsTest {

  private static final long SECOND = 1_000_000_000L;

  private final Waits waits = new Waits(1024);
  private final PoolMeter meter = new PoolMeter(0);

  @Test
  void aRequestIsAnsweredOnce() {
    Object request = new Object();
    waits.begin(request, meter, SECOND);
    assertThat(meter.waiting()).isEqualTo(1);
    assertThat(waits.grant(request, 3 * SECOND)).isSameAs(meter);
    assertThat(waits.grant(request, 4 * SECOND)).isNull();
    waits.refuse(request, true, 5 * SECOND);
    assertThat(meter.waiting()).isZero();
    assertThat(meter.acquired()).isEqualTo(1);
    assertThat(meter.timeouts()).isZero();
    assertThat(meter.waits().sumSeconds()).isEqualTo(2);
  }

  @Test
  void aWaitThatEndsInNothingCounts() {
    Object late = new Object();
    Object cancelled = new Object();
    waits.begin(late, meter, 0);
    waits.begin(cancelled, meter, 0);
    waits.refuse(late, true, SECOND);
    waits.refuse(cancelled, false, 2 * SECOND);
    assertThat(meter.timeouts()).isEqualTo(1);
    assertThat(meter.failures()).isEqualTo(1);
    assertThat(meter.waits().sumSeconds()).isEqualTo(3);
  }

  @Test
  void forgettingOnePoolLeavesTheOthers() {
    PoolMeter other = new PoolMeter(0);
    Object one = new Object();
    Object two = new Object();
    waits.begin(one, meter, 0);
    waits.begin(two, other, 0);
    waits.forget(meter);
    assertThat(waits.grant(one, SECOND)).isNull();
    assertThat(waits.grant(two, SECOND)).isSameAs(other);
  }

  @Test
  void requestsWithoutASlotAreCounted() {
    Waits few = new Waits(32);
    List<Object> requests = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      requests.add(new Object());
      few.begin(requests.get(i), meter, 0);
    }
    long answered = requests.stream().map(it -> few.grant(it, 1)).filter(Objects::nonNull).count();
    assertThat(answered).isEqualTo(32);
    assertThat(few.untracked()).isEqualTo(8);
    assertThat(meter.waiting()).isZero();
  }
}
