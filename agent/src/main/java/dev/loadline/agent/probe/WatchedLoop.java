package dev.loadline.agent.probe;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** An event loop that runs: its thread, and the object, held weakly, that tells of its tasks. */
public final class WatchedLoop {

  private final ProbeState probe;
  private final WeakReference<Object> loop;
  private final WeakReference<Thread> thread;
  private final long threadId;
  private final String limit;
  private final String waiting;

  WatchedLoop(ProbeState probe, Object loop, Thread thread, String limit, String waiting) {
    this.probe = probe;
    this.loop = new WeakReference<>(loop);
    this.thread = new WeakReference<>(thread);
    this.threadId = thread.getId();
    this.limit = limit;
    this.waiting = waiting;
  }

  boolean is(Thread other) {
    return thread.get() == other;
  }

  boolean gone() {
    Thread of = thread.get();
    return of == null || !of.isAlive() || !probe.works();
  }

  /** The library that the loop is of. */
  public String library() {
    return probe.name();
  }

  /** The name of its thread; null if that is gone. */
  public @Nullable String name() {
    Thread of = thread.get();
    return of == null ? null : of.getName();
  }

  /** The number of its thread. */
  public long threadId() {
    return threadId;
  }

  /** How many loops its group has, started or not; null if it does not say. */
  public @Nullable Long loops() {
    return whole(Reader.number(loop.get(), limit));
  }

  /** Tasks that wait for it now; null if it does not say. */
  public @Nullable Long waiting() {
    return whole(Reader.number(loop.get(), waiting));
  }

  private static @Nullable Long whole(@Nullable Double number) {
    return number == null ? null : (Long) number.longValue();
  }
}
