package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HoldTracesTest {

  private static final long SECOND = 1_000_000_000L;

  private final PoolMeter orders = new PoolMeter(0);
  private final PoolMeter stock = new PoolMeter(0);
  private final HoldTraces traces = new HoldTraces(30 * SECOND, 0);
  private final Holds holds = new Holds(1024, new Turns());

  private final Object[] units = Stream.generate(Object::new).limit(100).toArray();

  private void borrow(Object unit, PoolMeter meter, long now) {
    holds.begin(unit, meter, now, 1);
  }

  @Test
  void aHoldBeyondTheThresholdIsCountedAndShowsWhereItBegan() {
    holds.trace(traces);
    borrow("a", orders, 0);
    assertThat(holds.heldLonger(orders, 30 * SECOND, 30 * SECOND)).isZero();
    assertThat(traces.suspects(30 * SECOND)).isEmpty();
    assertThat(holds.heldLonger(orders, 30 * SECOND, 30 * SECOND + 1)).isEqualTo(1);
    assertThat(holds.heldLonger(stock, 30 * SECOND, 30 * SECOND + 1)).isZero();
    assertThat(traces.suspects(30 * SECOND + 1))
        .singleElement()
        .satisfies(
            trace -> {
              assertThat(trace.meter()).isSameAs(orders);
              assertThat(trace.since()).isZero();
              assertThat(trace.frames().get(0)).doesNotContain("HoldTracesTest.borrow");
            });
  }

  @Test
  void whatIsReturnedVanishes() {
    holds.trace(traces);
    borrow("a", orders, 0);
    borrow("b", orders, SECOND);
    holds.end("a", 40 * SECOND, 1);
    assertThat(traces.suspects(50 * SECOND))
        .extracting(HoldTraces.Trace::since)
        .containsExactly(SECOND);
    assertThat(holds.heldLonger(orders, 30 * SECOND, 50 * SECOND)).isEqualTo(1);
    holds.forget(orders, 51 * SECOND);
    assertThat(traces.suspects(52 * SECOND)).isEmpty();
    assertThat(holds.heldLonger(orders, 30 * SECOND, 52 * SECOND)).isZero();
  }

  @Test
  void theLongestHoldComesFirst() {
    holds.trace(traces);
    for (int i = 0; i < 5; i++) {
      borrow(units[i], orders, i * SECOND);
    }
    holds.end(units[0], 10 * SECOND, 1);
    borrow(units[0], orders, 20 * SECOND);
    assertThat(traces.suspects(100 * SECOND))
        .extracting(HoldTraces.Trace::since)
        .containsExactly(SECOND, 2 * SECOND, 3 * SECOND, 4 * SECOND, 20 * SECOND);
  }

  @Test
  void thousandsOfBorrowsInASecondLeaveOneStack() throws Exception {
    holds.trace(traces);
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Object unit = new Object();
      int stripe = t;
      Thread thread =
          new Thread(
              () -> {
                try {
                  go.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                for (long now = 0; now < 3 * SECOND; now += SECOND / 1000) {
                  holds.begin(unit, orders, now, stripe);
                  holds.end(unit, now, stripe);
                }
              });
      thread.start();
      threads.add(thread);
    }
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(traces.taken()).isBetween(1L, 3L);
  }

  @Test
  void noMoreThanSixtyFourAreKept() {
    holds.trace(traces);
    for (int i = 0; i < 100; i++) {
      borrow(units[i], orders, i * SECOND);
    }
    assertThat(traces.taken()).isEqualTo(64);
    assertThat(traces.suspects(1000 * SECOND)).hasSize(64);
    holds.end(units[63], 200 * SECOND, 1);
    borrow(units[63], stock, 300 * SECOND);
    assertThat(traces.suspects(1000 * SECOND).get(63).meter()).isSameAs(stock);
  }

  @Test
  void withoutTracesNothingIsTaken() {
    borrow("a", orders, 0);
    assertThat(traces.taken()).isZero();
    assertThat(traces.suspects(100 * SECOND)).isEmpty();
  }
}
