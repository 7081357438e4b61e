package dev.loadline.advisor.capacity;

import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/**
 * Erlang's second formula: how likely a caller has to wait for one of {@code c} servers that are
 * asked for by chance (Poisson arrivals) at an offered load of {@code a} server-seconds a second.
 *
 * <p>Both formulas are continued to a real number of servers by the incomplete gamma function,
 * {@code B(c,a) = a^c e^-a / Gamma(c+1,a)}, which Hayward's approximation needs. Two connections
 * and an offered load of one: a third of the callers wait.
 */
public final class ErlangC {

  private ErlangC() {}

  /** Erlang's first formula: how likely all servers are busy where no caller would wait. */
  public static double blocked(double servers, double offered) {
    requirePositive(servers, offered);
    double logarithm = servers * FastMath.log(offered) - offered - Gamma.logGamma(servers + 1);
    double above = Gamma.regularizedGammaQ(servers + 1, offered);
    return above > 0 ? FastMath.min(1, FastMath.exp(logarithm) / above) : 1 - servers / offered;
  }

  /** How likely a caller waits, 0 to 1; 1 where the load reaches the number of servers. */
  public static double waits(double servers, double offered) {
    if (offered <= 0) {
      return 0;
    }
    if (offered >= servers) {
      return 1;
    }
    double busy = blocked(servers, offered);
    return busy / (1 - offered / servers * (1 - busy));
  }

  /** The least whole number of servers with which at most {@code share} of the callers wait. */
  public static int serversFor(double offered, double share) {
    int servers = (int) FastMath.floor(offered) + 1;
    while (waits(servers, offered) > share) {
      servers++;
    }
    return servers;
  }

  private static void requirePositive(double servers, double offered) {
    if (!(servers > 0) || !(offered > 0)) {
      throw new IllegalArgumentException(servers + " servers, offered load " + offered);
    }
  }
}
