package dev.loadline.collector.signal;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Whether several sensors tell the same of one resource. Their figures are held against each other
 * and never averaged: the mean of a right figure and a wrong one is wrong.
 *
 * <p>A pool says that 12 connections are borrowed and the kernel sees 9 open ones: trust 0.75.
 * Borrowed 5 and open 15 agree, since the other ten lie idle.
 *
 * @param trust 1 where all agree, towards 0 the further they are apart; empty where fewer than two
 *     sensors tell
 * @param disagreement of the two that are furthest apart, empty where all agree
 */
public record Agreement(OptionalDouble trust, String disagreement) {
  /** Readings are never of the same moment: one more or less says nothing. */
  private static final double CHANCE = 1;

  /** What a sensor can count of a pool. */
  public enum Counted {
    /** Connections that work holds: an agent's, an exporter's view. */
    BORROWED,
    /** Connections that exist, idle or not: the view of the kernel and of the server. */
    OPEN
  }

  /**
   * What one sensor says.
   *
   * @param value of the same resource over the same time
   */
  public record Witness(String sensor, Counted counted, double value) {
    public Witness {
      if (!(value >= 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException(sensor + " cannot have counted " + value);
      }
    }

    @Override
    public String toString() {
      String number = value == Math.rint(value) ? Long.toString((long) value) : "" + value;
      return sensor + " counts " + number + " " + counted.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Compares every two of them; the worst pair decides. */
  public static Agreement of(List<Witness> witnesses) {
    if (witnesses.size() < 2) {
      return new Agreement(OptionalDouble.empty(), "");
    }
    double trust = 1;
    String disagreement = "";
    for (int i = 0; i < witnesses.size(); i++) {
      for (int j = i + 1; j < witnesses.size(); j++) {
        double pair = trust(witnesses.get(i), witnesses.get(j));
        if (pair < trust) {
          trust = pair;
          disagreement = witnesses.get(i) + ", " + witnesses.get(j);
        }
      }
    }
    return new Agreement(OptionalDouble.of(trust), disagreement);
  }

  private static double trust(Witness a, Witness b) {
    if (a.counted == b.counted) {
      return ratio(Math.min(a.value, b.value), Math.max(a.value, b.value));
    }
    Witness borrowed = a.counted == Counted.BORROWED ? a : b;
    Witness open = a.counted == Counted.OPEN ? a : b;
    return borrowed.value <= open.value ? 1 : ratio(open.value, borrowed.value);
  }

  private static double ratio(double less, double more) {
    return more - less <= CHANCE ? 1 : less / more;
  }
}
