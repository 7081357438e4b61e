package dev.loadline.advisor.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A whole number of the ledger, and how it is known: written somewhere, a library's default that
 * was assumed, or not known at all. An unknown figure never becomes a number.
 *
 * @param value 0 to 1,000,000, or null where it is unknown
 * @param assumed whether nobody wrote it
 * @param unreadable whether it is unknown although somebody wrote it: {@code DB_POOL_SIZE: lots}
 * @param origin the place where it was written, {@code orders.yaml:12}; or why it is assumed or
 *     unknown, as a sentence without its full stop
 */
public record Figure(@Nullable Integer value, boolean assumed, boolean unreadable, String origin) {
  static final int MOST = 1_000_000;

  public Figure {
    if (value != null && (value < 0 || value > MOST)) {
      throw new IllegalArgumentException(
          "%s: %d is no count; write 0 to 1000000".formatted(origin, value));
    }
    if (value == null && origin.isBlank()) {
      throw new IllegalArgumentException("an unknown figure has a reason");
    }
  }

  /** {@code 60}, written at {@code orders.yaml:12}. */
  public static Figure known(int value, String where) {
    return new Figure(value, false, false, where);
  }

  /** {@code 10}, because "HikariCP opens 10 where nothing is set". */
  public static Figure assumed(int value, String why) {
    return new Figure(value, true, false, why);
  }

  /** Not known, because "no file sets the pool size of orders". */
  public static Figure unknown(String why) {
    return new Figure(null, false, false, why);
  }

  /**
   * Written at {@code orders.yaml:12}, and no number that can be summed. Nothing else that is known
   * stands in for it, since it is not what is deployed.
   */
  public static Figure unreadable(String where, String why) {
    return new Figure(null, false, true, where + ": " + why);
  }

  /** Whether somebody wrote it, readable or not. */
  boolean written() {
    return unreadable || (value != null && !assumed);
  }

  /** The figure, or what it is at least. */
  int or(int least) {
    return value == null ? least : value;
  }
}
