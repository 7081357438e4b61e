package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueuedTest {

  private static final long SECOND = 1_000_000_000;

  private final Queued queued = new Queued(256);
  private final WorkersMeter one = new WorkersMeter(1);
  private final WorkersMeter other = new WorkersMeter(1);
  private final Object task = new Object();

  @Test
  void aTaskIsFoundOnceAndInItsOwnPoolOnly() {
    queued.put(task, one, 7, Turns.NONE);
    assertThat(queued.take(task, other)).isEqualTo(Queued.UNKNOWN);
    assertThat(queued.take(task, one)).isEqualTo(7);
    assertThat(queued.take(task, one)).isEqualTo(Queued.UNKNOWN);
  }

  @Test
  void oneTaskQueuedManyTimesKeepsTheSumOfItsTimes() {
    for (int i = 1; i <= 40; i++) {
      queued.put(task, one, i, Turns.NONE);
    }
    long sum = 0;
    for (int i = 1; i <= 40; i++) {
      sum += queued.take(task, one);
    }
    assertThat(sum).isEqualTo(820);
    assertThat(queued.untracked()).isZero();
  }

  @Test
  void whatFindsNoSlotIsCounted() {
    for (int i = 0; i < 65; i++) {
      queued.put(task, one, 1, Turns.NONE);
    }
    assertThat(queued.untracked()).isEqualTo(1);
  }

  @Test
  void aTaskRemovedFromAnEmptyQueueIsLetGoOf() {
    queued.put(task, one, 1, Turns.NONE);
    queued.tidy(3 * SECOND);
    assertThat(queued.take(task, one)).as("the queue was not empty").isEqualTo(1);
    queued.put(task, one, 1, Turns.NONE);
    one.queue(true, true);
    queued.tidy(3 * SECOND);
    assertThat(queued.take(task, one)).isEqualTo(Queued.UNKNOWN);
  }

  @Test
  void aTaskThatOthersOvertookInAnOrderedQueueIsLetGoOf() {
    queued.put(task, one, 1, Turns.NONE);
    one.reached(5 * SECOND);
    one.queue(false, false);
    queued.tidy(6 * SECOND);
    assertThat(queued.take(task, one)).as("a queue by priority").isEqualTo(1);
    queued.put(task, one, 1, Turns.NONE);
    one.queue(false, true);
    queued.tidy(6 * SECOND);
    assertThat(queued.take(task, one)).isEqualTo(Queued.UNKNOWN);
  }
}
