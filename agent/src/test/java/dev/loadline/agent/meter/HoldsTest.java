package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoldsTest {

  private final PoolMeter orders = new PoolMeter(0);
  private final PoolMeter stock = new PoolMeter(0);
  private final Holds holds = new Holds(4);

  @Test
  void aReturnByAnotherThreadEndsTheHold() {
    Object connection = new Object();
    holds.begin(connection, orders, 0, 1);
    holds.end(connection, 2_000_000_000L, 99);
    assertThat(orders.holds().sumSeconds()).isEqualTo(2);
    assertThat(orders.occupancy(3_000_000_000L).seconds()).isEqualTo(2);
  }

  @Test
  void aSecondReturnChangesNothing() {
    Object connection = new Object();
    holds.begin(connection, orders, 0, 1);
    holds.end(connection, 1, 1);
    holds.end(connection, 2, 1);
    assertThat(orders.holds().count()).isEqualTo(1);
  }

  @Test
  void twoPoolsOnOneThreadAreToldApart() {
    Object order = "order";
    Object item = "item";
    holds.begin(order, orders, 0, 1);
    holds.begin(item, stock, 0, 1);
    assertThat(holds.meterOf(item, 1)).isSameAs(stock);
    holds.end(order, 1, 1);
    assertThat(orders.occupancy(2).inUse()).isZero();
    assertThat(stock.occupancy(2).inUse()).isEqualTo(1);
  }

  @Test
  void holdsBeyondTheSlotsAreCountedNotFollowed() {
    for (int i = 0; i < 6; i++) {
      holds.begin(new Object(), orders, 0, i);
    }
    assertThat(holds.untracked()).isEqualTo(2);
    assertThat(orders.occupancy(1).inUse()).isEqualTo(4);
  }

  @Test
  void aClosedPoolLetsGoOfItsHoldsOnly() {
    holds.begin("a", orders, 0, 1);
    holds.begin("b", stock, 0, 2);
    holds.forget(orders, 5);
    assertThat(orders.occupancy(6).inUse()).isZero();
    assertThat(stock.occupancy(6).inUse()).isEqualTo(1);
    assertThat(holds.meterOf("a", 1)).isNull();
  }
}
