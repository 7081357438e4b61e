package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MarksTest {

  private final Marks marks = new Marks();

  @Test
  void aThreadHasWaitedSinceItsFirstMark() {
    marks.set(7, 100);
    marks.set(7, 400);
    assertThat(marks.take(8, 1000)).isZero();
    assertThat(marks.take(7, 1000)).isEqualTo(900);
    assertThat(marks.take(7, 2000)).isZero();
  }

  @Test
  void marksOfThreadsThatNeverCameBackMakeRoom() {
    long hour = TimeUnit.HOURS.toNanos(1);
    for (long thread = 1; thread <= 100_000; thread++) {
      marks.set(thread, thread);
    }
    marks.tidy(hour + 200_000);
    marks.set(200_000, hour);
    assertThat(marks.take(200_000, hour + 5)).isEqualTo(5);
    assertThat(marks.take(1, hour)).isZero();
  }

  @Test
  void nothingIsLeftOnceAllIsForgotten() {
    marks.set(7, 100);
    marks.forget(100);
    assertThat(marks.take(7, 200)).isZero();
  }
}
