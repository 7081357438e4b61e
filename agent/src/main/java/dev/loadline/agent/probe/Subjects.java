package dev.loadline.agent.probe;

import dev.loadline.agent.meter.TallyMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The caches or limiters of one library, found by identity without a lock. Beyond the 64 that are
 * told apart at a time, all count as one by the name of {@code other}.
 */
public abstract class Subjects {

  private static final int MOST = 64;
  private static final int SLOTS = 256;

  final ProbeState state;
  private final String rest;
  private final SubjectTraits traits;
  private final AtomicReference<@Nullable WatchedSubject[]> table =
      new AtomicReference<>(new @Nullable WatchedSubject[SLOTS]);
  private final AtomicInteger numbers = new AtomicInteger();
  private volatile boolean full;
  private final AtomicReference<@Nullable WatchedSubject> other = new AtomicReference<>();

  Subjects(ProbeState state, SubjectTraits traits) {
    this(state, traits, "other");
  }

  /**
   * @param rest the name of those that count as one
   */
  Subjects(ProbeState state, SubjectTraits traits, String rest) {
    this.rest = rest;
    this.state = state;
    this.traits = traits;
  }

  /** A meter of the kind that these need. */
  abstract TallyMeter meter(long now);

  private @Nullable WatchedSubject[] now() {
    return Objects.requireNonNull(table.get());
  }

  private static @Nullable WatchedSubject find(
      @Nullable WatchedSubject[] in, Object subject, int hash) {
    for (int slot = hash & SLOTS - 1; ; slot = slot + 1 & SLOTS - 1) {
      WatchedSubject there = in[slot];
      if (there == null || there.is(subject, hash)) {
        return there;
      }
    }
  }

  /** The meter of this object; allocates at first use only. */
  TallyMeter meterOf(Object subject, long now) {
    int hash = System.identityHashCode(subject);
    WatchedSubject known = find(now(), subject, hash);
    if (known != null) {
      return known.meter();
    }
    return full ? other(now) : add(subject, hash, now);
  }

  /** Watches this object, which is called so. */
  void name(Object subject, String name, long now) {
    int hash = System.identityHashCode(subject);
    meterOf(subject, now);
    WatchedSubject known = find(now(), subject, hash);
    if (known != null) {
      known.name(name);
    }
  }

  private TallyMeter add(Object subject, int hash, long now) {
    WatchedSubject added = null;
    while (true) {
      @Nullable WatchedSubject[] before = now();
      WatchedSubject known = find(before, subject, hash);
      if (known != null) {
        return known.meter();
      }
      List<WatchedSubject> all = list(before);
      if (all.size() >= MOST) {
        full = true;
        return other(now);
      }
      if (added == null || !free(added.number(), all)) {
        added = new WatchedSubject(subject, hash, traits, number(all), meter(now));
      }
      all.add(added);
      if (table.compareAndSet(before, of(all))) {
        return added.meter();
      }
    }
  }

  /**
   * The next number that none of these has, from 1 to as many as there are at most: an application
   * that keeps making caches goes on with the names of those that are no more, whose counters begin
   * anew.
   */
  private String number(List<WatchedSubject> all) {
    while (true) {
      int next = Math.floorMod(numbers.getAndIncrement(), MOST) + 1;
      String number = state.name() + "-" + next;
      if (free(number, all)) {
        return number;
      }
    }
  }

  private static boolean free(String number, List<WatchedSubject> all) {
    for (WatchedSubject each : all) {
      if (each.number().equals(number)) {
        return false;
      }
    }
    return true;
  }

  /** The meter of those that count as one. */
  final TallyMeter other(long now) {
    WatchedSubject there = other.get();
    if (there != null) {
      return there.meter();
    }
    SubjectTraits nameless = new SubjectTraits(traits.kind, "", "", "", "");
    other.compareAndSet(null, new WatchedSubject(null, 0, nameless, rest, meter(now)));
    return Objects.requireNonNull(other.get()).meter();
  }

  private static List<WatchedSubject> list(@Nullable WatchedSubject[] of) {
    List<WatchedSubject> all = new ArrayList<>();
    for (WatchedSubject there : of) {
      if (there != null) {
        all.add(there);
      }
    }
    return all;
  }

  private static @Nullable WatchedSubject[] of(List<WatchedSubject> all) {
    @Nullable WatchedSubject[] slots = new @Nullable WatchedSubject[SLOTS];
    for (WatchedSubject each : all) {
      int slot = each.hash() & SLOTS - 1;
      while (slots[slot] != null) {
        slot = slot + 1 & SLOTS - 1;
      }
      slots[slot] = each;
    }
    return slots;
  }

  /** Lets go of those that are no more, and keeps the integrals up to date. */
  void tidy(long now) {
    @Nullable WatchedSubject[] before = now();
    List<WatchedSubject> left = new ArrayList<>();
    for (WatchedSubject each : list(before)) {
      each.meter().settle(now);
      if (!each.gone() && state.works()) {
        left.add(each);
      }
    }
    if (left.size() < list(before).size()) {
      table.compareAndSet(before, of(left));
    }
    full = list(now()).size() >= MOST;
  }

  void forget(long now) {
    for (WatchedSubject each : all()) {
      each.meter().forget(now);
    }
  }

  /** The library. */
  public String library() {
    return state.name();
  }

  /** Those that were used and still exist, for only those can say their names. */
  public List<WatchedSubject> all() {
    List<WatchedSubject> all = new ArrayList<>();
    for (WatchedSubject each : list(now())) {
      if (each.shown()) {
        all.add(each);
      }
    }
    WatchedSubject rest = other.get();
    if (rest != null) {
      all.add(rest);
    }
    return all;
  }
}
