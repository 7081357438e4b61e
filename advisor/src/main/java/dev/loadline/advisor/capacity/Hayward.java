package dev.loadline.advisor.capacity;

/**
 * Hayward's approximation: traffic that is {@code z} times as uneven as chance waits about as often
 * as even traffic for {@code c/z} servers at a load of {@code a/z}.
 *
 * <p>Fifteen connections at a load of nine, twice as uneven as chance: 15 % wait, where Erlang C
 * says 5 %. Source: A. Fredericks, Congestion in blocking systems, Bell System Technical Journal
 * 59, 1980.
 */
public final class Hayward {

  private Hayward() {}

  /**
   * How likely a caller waits.
   *
   * @param peakedness variance of the number in use over its mean, at least 1
   */
  public static double waits(double servers, double offered, double peakedness) {
    return ErlangC.waits(servers / peakedness, offered / peakedness);
  }

  /**
   * How likely a caller waits longer than {@code seconds}: the share that waits at all, falling off
   * exponentially at the rate at which the free servers work the queue down.
   *
   * @param hold seconds for which one is held on average
   */
  public static double waitsLonger(
      double seconds, double servers, double offered, double peakedness, double hold) {
    if (offered >= servers) {
      return 1;
    }
    return waits(servers, offered, peakedness)
        * Math.exp(-(servers - offered) * seconds / (hold * peakedness));
  }
}
