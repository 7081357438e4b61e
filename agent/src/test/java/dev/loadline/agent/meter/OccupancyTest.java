package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OccupancyTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @ParameterizedTest
  @ValueSource(longs = {0, -5_000_000_000L, Long.MAX_VALUE - 2_500_000_000L, Long.MIN_VALUE})
  void integralsAreExactWhereverTheClockStands(long origin) {
    Occupancy occupancy = new Occupancy(origin);
    occupancy.begin(origin + SECOND, 1);
    occupancy.begin(origin + 2 * SECOND, 2);
    occupancy.end(origin + 3 * SECOND, 7);
    occupancy.end(origin + 4 * SECOND, 1);
    Occupancy.Reading reading = occupancy.read(origin + 10 * SECOND);
    assertThat(reading.seconds()).isEqualTo(4);
    assertThat(reading.squaredSeconds()).isEqualTo(6);
    assertThat(reading.observedSeconds()).isEqualTo(10);
    assertThat(reading.inUse()).isZero();
    assertThat(reading.peak()).isEqualTo(2);
  }

  @Test
  void whatIsStillHeldCountsUpToTheReading() {
    Occupancy occupancy = new Occupancy(0);
    occupancy.begin(SECOND, 0);
    occupancy.begin(SECOND, 0);
    occupancy.begin(SECOND, 0);
    assertThat(occupancy.read(3 * SECOND).seconds()).isEqualTo(6);
    assertThat(occupancy.read(4 * SECOND).squaredSeconds()).isEqualTo(27);
  }

  @Test
  void readingsFarApartSurviveTheWrapOfTheSums() {
    Occupancy occupancy = new Occupancy(0);
    for (int i = 0; i < 1000; i++) {
      occupancy.begin(0, i);
    }
    long hour = 3600 * SECOND;
    long now = 0;
    for (int i = 0; i < 10_000; i++) {
      now += hour;
      occupancy.settle(now);
    }
    Occupancy.Reading reading = occupancy.read(now);
    assertThat(reading.seconds()).isCloseTo(1000.0 * 10_000 * 3600, within(1.0));
    assertThat(reading.squaredSeconds()).isCloseTo(1e6 * 10_000 * 3600, within(1000.0));
  }

  @Test
  void thePeakIsThatSinceTheReadingBefore() {
    Occupancy occupancy = new Occupancy(0);
    occupancy.begin(1, 0);
    occupancy.begin(2, 0);
    occupancy.end(3, 0);
    assertThat(occupancy.read(4).peak()).isEqualTo(2);
    assertThat(occupancy.read(5).peak()).isEqualTo(1);
  }

  @Test
  void anEndWithoutABeginningChangesNothing() {
    Occupancy occupancy = new Occupancy(0);
    occupancy.end(SECOND, 0);
    Occupancy.Reading reading = occupancy.read(2 * SECOND);
    assertThat(reading.inUse()).isZero();
    assertThat(reading.seconds()).isZero();
  }

  @Test
  void threadsThatChangeItAtOnceLoseNothing() throws Exception {
    Occupancy occupancy = new Occupancy(0);
    Thread[] threads = new Thread[4];
    for (int t = 0; t < threads.length; t++) {
      int stripe = t;
      threads[t] =
          new Thread(
              () -> {
                for (int i = 0; i < 50_000; i++) {
                  occupancy.begin(SECOND, stripe);
                  occupancy.end(2 * SECOND, stripe);
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Occupancy.Reading reading = occupancy.read(3 * SECOND);
    assertThat(reading.seconds()).isEqualTo(200_000);
    assertThat(reading.inUse()).isZero();
    assertThat(reading.peak()).isBetween(1L, 4L);
  }
}
