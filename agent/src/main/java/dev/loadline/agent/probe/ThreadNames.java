package dev.loadline.agent.probe;

/** What the threads of one pool have in common in their names. */
public final class ThreadNames {

  private static final int MOST = 100;

  private ThreadNames() {}

  /** The name without the number at its end: pool-1-thread-7 gives pool-1-thread. */
  public static String prefix(String name) {
    int end = Math.min(MOST, name.length());
    while (end > 0 && isDigit(name.charAt(end - 1))) {
      end--;
    }
    while (end > 0 && "-_#.: ".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return end == 0 ? "unnamed" : name.substring(0, end);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
