package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HoldsTest {

  private final PoolMeter orders = new PoolMeter(0);
  private final PoolMeter stock = new PoolMeter(0);
  private final Turns turns = new Turns();
  private final Holds holds = new Holds(4, turns);
  private final long thread = Thread.currentThread().getId();

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

  @Test
  void aHoldWithinARequestIsOfItsRouteOnceItHasEnded() {
    turns.begin(thread);
    holds.begin("a", orders, 0, 1);
    holds.end("a", 30_000_000, 1);
    holds.begin("a", orders, 50_000_000, 1);
    holds.end("a", 62_000_000, 1);
    holds.begin("b", stock, 0, 1);
    holds.end("b", 5_000_000, 1);
    assertThat(orders.holdSecondsByRoute()).isEmpty();
    turns.end(thread, "/orders/{id}");
    assertThat(orders.holdSecondsByRoute()).isEqualTo(Map.of("/orders/{id}", 0.042));
    assertThat(stock.holdSecondsByRoute()).isEqualTo(Map.of("/orders/{id}", 0.005));
  }

  @Test
  void aHoldThatOutlivesItsRequestIsOfUnknownRoute() {
    turns.begin(thread);
    holds.begin("a", orders, 0, 1);
    turns.end(thread, "/first");
    turns.begin(thread);
    holds.end("a", 1_000_000_000, 1);
    turns.end(thread, "/second");
    assertThat(orders.holdSecondsByRoute()).isEqualTo(Map.of("unknown", 1.0));
  }

  @Test
  void aHoldGivenBackByAnotherThreadIsOfUnknownRoute() throws InterruptedException {
    turns.begin(thread);
    holds.begin("a", orders, 0, 1);
    Thread other = new Thread(() -> holds.end("a", 1_000_000_000, 2));
    other.start();
    other.join();
    turns.end(thread, "/orders");
    assertThat(orders.holdSecondsByRoute()).isEqualTo(Map.of("unknown", 1.0));
  }

  @Test
  void routesBeyondTheLimitAreAddedUp() {
    for (int i = 0; i < 70; i++) {
      orders.heldBy("/r" + i, 1_000_000_000);
    }
    assertThat(orders.holdSecondsByRoute()).hasSize(65).containsEntry("other", 6.0);
  }

  @Test
  void aRequestWithinARequestBelongsToTheOuterOne() {
    turns.begin(thread);
    turns.begin(thread);
    holds.begin("a", orders, 0, 1);
    turns.end(thread, "/inner");
    holds.end("a", 1_000_000_000, 1);
    turns.end(thread, "/outer");
    assertThat(orders.holdSecondsByRoute()).isEqualTo(Map.of("/outer", 1.0));
    assertThat(turns.current(thread)).isEqualTo(Turns.NONE);
  }

  private void task(long turn, long began, long ended) throws InterruptedException {
    Thread worker =
        new Thread(
            () -> {
              long self = Thread.currentThread().getId();
              turns.lend(self, turn);
              holds.begin("in a task", orders, began, 5);
              holds.end("in a task", ended, 5);
              turns.giveBack(self, ended);
            });
    worker.start();
    worker.join();
  }

  @Test
  void aHoldInATaskIsOfTheRouteOfTheRequestThatHandedItOn() throws InterruptedException {
    long turn = turns.begin(thread);
    task(turn, 0, 1_000_000_000);
    assertThat(orders.holdSecondsByRoute()).isEmpty();
    turns.end(thread, "/orders");
    assertThat(orders.holdSecondsByRoute()).isEqualTo(Map.of("/orders", 1.0));
    task(turn, 2_000_000_000, 4_000_000_000L);
    assertThat(orders.holdSecondsByRoute()).isEqualTo(Map.of("/orders", 3.0));
  }

  @Test
  void aHoldInATaskOfARequestThatIsNeverAnsweredIsOfUnknownRoute() throws InterruptedException {
    task(turns.begin(thread), 0, 1_000_000_000);
    turns.end(thread, null);
    turns.tidy(2_000_000_000);
    assertThat(orders.holdSecondsByRoute()).isEmpty();
    turns.tidy(70_000_000_000L);
    assertThat(orders.holdSecondsByRoute()).isEqualTo(Map.of("unknown", 1.0));
  }

  @Test
  void aTaskThatNoRequestHandedOnIsOfUnknownRoute() throws InterruptedException {
    turns.begin(thread);
    task(Turns.NONE, 0, 1_000_000_000);
    turns.end(thread, "/orders");
    assertThat(orders.holdSecondsByRoute()).isEqualTo(Map.of("unknown", 1.0));
  }
}
