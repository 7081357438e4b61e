package dev.loadline.advisor.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of one notifier, and the thread that works it down: one message a second at most, which
 * is what chat channels take.
 */
final class Channel implements AutoCloseable {
  static final int MOST = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Channel.class);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Notifier notifier;
  private final QueueFile file;
  private final ScheduledExecutorService thread;
  private final SplittableRandom random = new SplittableRandom();
  private final List<Notice> pending = new ArrayList<>();
  private final List<Notice> firing = new ArrayList<>();
  private int failures;
  private boolean awake;

  Channel(Notifier notifier, QueueFile file, Duration reminder) {
    this.notifier = notifier;
    this.file = file;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread worker = new Thread(task, "notify-" + notifier.name());
              worker.setDaemon(true);
              return worker;
            });
    QueueFile.Content left = file.read();
    pending.addAll(left.pending());
    firing.addAll(left.firing());
    wake();
    if (notifier.forgets()) {
      long millis = reminder.toMillis();
      var unused =
          thread.scheduleWithFixedDelay(this::remind, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  synchronized void accept(Notice notice) {
    pending.add(notice);
    if (pending.size() > MOST) {
      LOG.warn("{}: dropped '{}', {} wait", notifier.name(), pending.remove(0).title(), MOST);
    }
    firing.removeIf(other -> other.labels().equals(notice.labels()));
    if (notice.firing() && notifier.forgets()) {
      firing.add(notice);
    }
    save();
    wake();
  }

  /**
   * Starts the one chain of attempts: two would not keep the pause that a busy channel asks for.
   */
  private synchronized void wake() {
    if (!awake && !pending.isEmpty()) {
      awake = true;
      submit(Duration.ZERO);
    }
  }

  synchronized int waiting() {
    return pending.size();
  }

  private void submit(Duration after) {
    if (!thread.isShutdown()) {
      var unused = thread.schedule(this::work, after.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void work() {
    Notice next = head();
    if (next == null) {
      return;
    }
    Delivery delivery = attempt(next);
    if (delivery instanceof Delivery.Retry retry) {
      Duration pause = pause(retry.after());
      LOG.warn("{}: {}; again in {} s", notifier.name(), retry.reason(), pause.toMillis() / 1000.0);
      submit(pause);
      return;
    }
    if (delivery instanceof Delivery.Failed failed) {
      LOG.error("{}: gave up on '{}': {}", notifier.name(), next.title(), failed.reason());
    }
    failures = 0;
    done(next);
    submit(SHORTEST);
  }

  private Delivery attempt(Notice notice) {
    try {
      return notifier.deliver(notice);
    } catch (RuntimeException e) {
      LOG.debug("{} threw", notifier.name(), e);
      return Delivery.retry(Duration.ZERO, e.getClass().getSimpleName());
    }
  }

  private void remind() {
    for (Notice notice : reminders()) {
      attempt(notice);
    }
  }

  private synchronized List<Notice> reminders() {
    return pending.isEmpty() ? List.copyOf(firing) : List.of();
  }

  private synchronized @Nullable Notice head() {
    awake = !pending.isEmpty();
    return pending.isEmpty() ? null : pending.get(0);
  }

  private synchronized void done(Notice notice) {
    pending.remove(notice);
    save();
  }

  private void save() {
    file.write(new QueueFile.Content(List.copyOf(pending), List.copyOf(firing)));
  }

  /** Twice as long after every failure, from 1 s to 5 min, between half and all of it by chance. */
  private Duration pause(Duration asked) {
    long doubled = SHORTEST.toMillis() << Math.min(failures++, 20);
    long most = Math.min(doubled, LONGEST.toMillis());
    long drawn = most / 2 + random.nextLong(most / 2 + 1);
    return Duration.ofMillis(Math.max(asked.toMillis(), drawn));
  }

  @Override
  public void close() {
    thread.shutdownNow();
    notifier.close();
  }
}
