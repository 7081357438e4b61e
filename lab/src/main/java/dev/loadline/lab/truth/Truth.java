package dev.loadline.lab.truth;

import java.util.Locale;

/**
 * One figure of the agent beside that of the application.
 *
 * @param library whose pool it is of
 * @param figure what it is of, with its unit
 * @param ledger the application's own
 * @param agent what the agent says; not a number if nothing
 */
record Truth(String library, String figure, double ledger, double agent) {

  private static final double AIM = 0.01;

  /** How far the agent is off, as a share of the true figure. */
  double error() {
    return ledger == 0 ? (agent == 0 ? 0 : Double.POSITIVE_INFINITY) : agent / ledger - 1;
  }

  /** Whether it is off by at most one part in a hundred. */
  boolean holds() {
    return Math.abs(error()) <= AIM;
  }

  /** For the table: {@code +0.12 %}. */
  String percent() {
    return String.format(Locale.ROOT, "%+.2f %%", 100 * error());
  }
}
