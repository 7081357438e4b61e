package dev.loadline.collector.discovery;

import dev.loadline.collector.discovery.DiscoveryState.Frozen;
import dev.loadline.collector.discovery.DiscoveryState.State;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one discovery stands for. Where more than half of its targets vanish at once, the old ones
 * stay beside the new for a while: it is more often the source that fails than the services.
 */
final class Finder implements Findings {
  private static final Logger LOG = LoggerFactory.getLogger(Finder.class);
  private static final int MAX_TARGETS = 20_000;

  private final Vertx vertx;
  private final String mechanism;
  private final Duration hold;
  private final InstantSource clock;
  private final Runnable changed;
  private final Runnable failure;
  private Set<Target> trusted = Set.of();
  private Set<Target> latest = Set.of();
  private boolean heard;
  private @Nullable Frozen frozen;
  private long timer = -1;
  private Instant at;
  private String reason = "";

  /**
   * @param changed told after the set changed
   * @param failure told of each answer that could not be used
   */
  Finder(
      Vertx vertx,
      String mechanism,
      Duration hold,
      InstantSource clock,
      Runnable changed,
      Runnable failure) {
    this.vertx = vertx;
    this.mechanism = mechanism;
    this.hold = hold;
    this.clock = clock;
    this.changed = changed;
    this.failure = failure;
    this.at = clock.instant();
  }

  @Override
  public void found(Set<Target> targets, String reason) {
    if (targets.size() > MAX_TARGETS) {
      failed(
          "%,d targets, at most %,d; the last list stays".formatted(targets.size(), MAX_TARGETS));
      return;
    }
    if (!reason.isEmpty()) {
      failure.run();
    }
    take(Set.copyOf(targets), reason);
    changed.run();
  }

  @Override
  public void failed(String reason) {
    failure.run();
    say(reason);
  }

  /** Those found last, and while a loss is doubted those from before it. */
  synchronized Set<Target> standing() {
    if (frozen == null) {
      return latest;
    }
    Set<Target> both = new HashSet<>(trusted);
    both.addAll(latest);
    return both;
  }

  synchronized boolean heard() {
    return heard;
  }

  synchronized Optional<Frozen> frozen() {
    return Optional.ofNullable(frozen);
  }

  synchronized DiscoveryState state() {
    return new DiscoveryState(mechanism, health(), reason, standing().size(), at);
  }

  synchronized void close() {
    vertx.cancelTimer(timer);
  }

  private State health() {
    if (!reason.isEmpty()) {
      return State.DOWN;
    }
    return heard ? State.UP : State.UNKNOWN;
  }

  private synchronized void take(Set<Target> targets, String told) {
    heard = true;
    latest = targets;
    say(told);
    if (targets.size() * 2 >= trusted.size()) {
      believe();
    } else if (frozen == null) {
      doubt();
    }
  }

  private void doubt() {
    String loss =
        "%s: %d targets became %d at once; the old ones stay for %d s"
            .formatted(mechanism, trusted.size(), latest.size(), hold.toSeconds());
    LOG.warn("{}", loss);
    frozen = new Frozen(loss, clock.instant());
    timer =
        vertx.setTimer(
            Math.max(1, hold.toMillis()),
            unused -> {
              believe();
              changed.run();
            });
  }

  private synchronized void believe() {
    vertx.cancelTimer(timer);
    frozen = null;
    trusted = latest;
  }

  private synchronized void say(String told) {
    if (!told.isEmpty() && !told.equals(reason)) {
      LOG.warn("{}: {}", mechanism, told);
    }
    reason = told;
    at = clock.instant();
  }
}
