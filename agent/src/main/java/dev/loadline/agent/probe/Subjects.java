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
    return known != null ? known.meter() : add(subject, hash, now);
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
        return other(now);
      }
      if (added == null) {
        String number = state.name() + "-" + numbers.incrementAndGet();
        added = new WatchedSubject(subject, hash, traits, number, meter(now));
      }
      all.add(added);
      if (table.compareAndSet(before, of(all))) {
        return added.meter();
      }
    }
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
      if (!each.gone()) {
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
