package dev.loadline.agent.meter;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counters that one event changes together, in lanes of which each has one writer at a time: a
 * writer claims a lane with one atomic step, adds plainly and lets go. One that finds its lane
 * taken goes on to the next instead of waiting; where all are taken it shares a crowded one. Five
 * additions thus cost about as much as two atomic ones. What has one writer at a time anyway can
 * have a lane of its own and saves the claim.
 */
final class Lanes {

  private static final int TRIES = 4;

  private final int fields;
  private final Lane[] lanes;
  private final Lane crowded;
  private final AtomicReference<Lane[]> owned = new AtomicReference<>(new Lane[0]);

  /**
   * @param fields how many counters
   * @param lanes a power of two
   */
  Lanes(int fields, int lanes) {
    this.fields = fields;
    this.lanes = new Lane[lanes];
    for (int i = 0; i < lanes; i++) {
      this.lanes[i] = new Lane(fields, false);
    }
    crowded = new Lane(fields, true);
  }

  /** Gives a lane to add to, until {@link Lane#free}. */
  Lane claim(int stripe) {
    for (int i = 0; i < TRIES; i++) {
      Lane lane = lanes[(stripe + i) & (lanes.length - 1)];
      if (lane.claim()) {
        return lane;
      }
    }
    return crowded;
  }

  /**
   * A lane for one that never adds from two threads at once.
   *
   * @param notes how many fields behind the counters are the owner's, and in no sum
   */
  Lane own(int notes) {
    Lane lane = new Lane(fields + notes, false);
    while (true) {
      Lane[] now = all();
      Lane[] next = Arrays.copyOf(now, now.length + 1);
      next[now.length] = lane;
      if (owned.compareAndSet(now, next)) {
        return lane;
      }
    }
  }

  /** The owner of a lane is no more; its counts stay. */
  synchronized void disown(Lane gone) {
    for (int field = 0; field < fields; field++) {
      crowded.add(field, gone.get(field));
    }
    while (true) {
      Lane[] now = all();
      int at = Arrays.asList(now).indexOf(gone);
      Lane[] next = Arrays.copyOf(now, now.length - 1);
      System.arraycopy(now, at + 1, next, at, next.length - at);
      if (owned.compareAndSet(now, next)) {
        return;
      }
    }
  }

  private Lane[] all() {
    return Objects.requireNonNull(owned.get());
  }

  /** The sum over all lanes; of a writer's additions those seen last were made last. */
  synchronized long sum(int field) {
    long sum = crowded.get(field);
    for (Lane lane : lanes) {
      sum += lane.get(field);
    }
    for (Lane lane : all()) {
      sum += lane.get(field);
    }
    return sum;
  }
}
