package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class UnitsTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final PoolMeter orders = new PoolMeter(0);
  private final PoolMeter stock = new PoolMeter(0);
  private final Turns turns = new Turns();
  private final Units units = new Units(64, turns);
  private final Object one = new Object();
  private final Object two = new Object();

  private void lend(Object unit, PoolMeter meter, long waited, long now) {
    if (!units.begin(unit, waited, now)) {
      units.enter(unit, meter);
      assertThat(units.begin(unit, waited, now)).isTrue();
    }
  }

  @Test
  void holdsOfTwoUnitsGiveTheIntegralsAndThePeak() {
    lend(one, orders, 0, SECOND);
    lend(two, orders, SECOND / 2, 2 * SECOND);
    units.end(two, 3 * SECOND);
    units.end(one, 4 * SECOND);
    Occupancy.Reading reading = orders.occupancy(10 * SECOND);
    assertThat(reading.seconds()).isEqualTo(4);
    assertThat(reading.squaredSeconds()).isEqualTo(6);
    assertThat(reading.peak()).isEqualTo(2);
    assertThat(orders.holds().sumSeconds()).isEqualTo(4);
    assertThat(orders.waits().sumSeconds()).isEqualTo(0.5);
    assertThat(orders.acquired()).isEqualTo(2);
  }

  @Test
  void aSecondReturnOrOneOfAnUnknownUnitChangesNothing() {
    lend(one, orders, 0, 0);
    units.end(one, SECOND);
    units.end(one, 2 * SECOND);
    units.end(two, 2 * SECOND);
    assertThat(orders.holds().count()).isEqualTo(1);
    assertThat(orders.occupancy(3 * SECOND).inUse()).isZero();
  }

  @Test
  void aUnitThatIsLentAgainThoughItsReturnWasNotSeenIsHeldOnce() {
    lend(one, orders, 0, 0);
    lend(one, orders, 0, SECOND);
    assertThat(orders.occupancy(2 * SECOND).inUse()).isEqualTo(1);
  }

  @Test
  void aClosedPoolLetsGoOfItsUnitsOnly() {
    lend(one, orders, 0, 0);
    lend(two, stock, 0, 0);
    units.forget(orders, SECOND);
    assertThat(orders.occupancy(2 * SECOND).inUse()).isZero();
    assertThat(stock.occupancy(2 * SECOND).inUse()).isEqualTo(1);
    assertThat(units.meterOf(two)).isSameAs(stock);
  }

  @Test
  void aUnitThatIsNoMoreLeavesItsCounts() {
    WeakReference<Object> gone = lendOnce();
    Awaitility.await()
        .until(
            () -> {
              System.gc();
              return gone.get() == null;
            });
    lend(one, orders, 0, 5 * SECOND);
    units.tidy(6 * SECOND);
    units.end(one, 7 * SECOND);
    assertThat(orders.holds().sumSeconds()).isEqualTo(4);
    assertThat(orders.occupancy(8 * SECOND).seconds()).isEqualTo(4);
    assertThat(orders.occupancy(8 * SECOND).inUse()).isZero();
  }

  private WeakReference<Object> lendOnce() {
    Object unit = new Object();
    lend(unit, orders, 0, SECOND);
    units.end(unit, 3 * SECOND);
    return new WeakReference<>(unit);
  }

  @Test
  void unitsBeyondTheSlotsAreCountedNotFollowed() {
    Units few = new Units(2, turns);
    Object[] many = {new Object(), new Object(), new Object()};
    for (Object unit : many) {
      few.enter(unit, orders);
    }
    assertThat(few.untracked()).isEqualTo(1);
  }

  @Test
  void aHoldWithinARequestIsOfItsRoute() {
    long thread = Thread.currentThread().getId();
    turns.begin(thread);
    lend(one, orders, 0, 0);
    units.end(one, SECOND);
    turns.end(thread, "/orders/{id}");
    lend(one, orders, 0, 2 * SECOND);
    units.end(one, 4 * SECOND);
    assertThat(orders.holdSecondsByRoute()).isEqualTo(Map.of("/orders/{id}", 1.0, "unknown", 2.0));
  }
}
