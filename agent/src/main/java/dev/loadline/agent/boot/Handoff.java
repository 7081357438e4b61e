package dev.loadline.agent.boot;

import org.jspecify.annotations.Nullable;

/**
 * The one seam between instrumented application classes and the agent. It lives on the bootstrap
 * loader, where every class can see it, and knows JDK types only; what measures sits behind {@link
 * Receiver} on a loader of its own. Without a receiver every hook is one branch.
 */
public final class Handoff {

  private static volatile @Nullable Receiver receiver;

  private Handoff() {}

  /** What takes the calls of the hooks. */
  public abstract static class Receiver {

    /**
     * Before the hooked method.
     *
     * @return handed back to {@link #exit}; 0 means that this call is not measured
     */
    public abstract long enter(int hook, @Nullable Object self, @Nullable Object argument);

    /** After the hooked method, which gave {@code result} or threw {@code thrown}. */
    public abstract void exit(
        int hook,
        long token,
        @Nullable Object self,
        @Nullable Object argument,
        @Nullable Object result,
        @Nullable Throwable thrown);

    /**
     * Something happened of which no end is to be told.
     *
     * @param nanos when, by {@link System#nanoTime}, or 0 for now
     */
    public abstract void mark(
        int hook, @Nullable Object subject, @Nullable Object argument, long nanos);
  }

  /** Connects the hooks, or with null cuts them off. */
  public static void connect(@Nullable Receiver to) {
    receiver = to;
  }

  /** Called by instrumented code before a hooked method. */
  public static long enter(int hook, @Nullable Object self, @Nullable Object argument) {
    Receiver to = receiver;
    return to == null ? 0L : to.enter(hook, self, argument);
  }

  /** Called by instrumented code after a hooked method. */
  public static void exit(
      int hook,
      long token,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    if (token == 0L) {
      return;
    }
    Receiver to = receiver;
    if (to != null) {
      to.exit(hook, token, self, argument, result, thrown);
    }
  }

  /** Called by instrumented code where one moment matters. */
  public static void mark(
      int hook, @Nullable Object subject, @Nullable Object argument, long nanos) {
    Receiver to = receiver;
    if (to != null) {
      to.mark(hook, subject, argument, nanos);
    }
  }
}
