package dev.loadline.advisor.document.unit;

/** A rate, in events a second: 60/min is 1. */
public record PerSecond(Amount amount) implements Measured {

  /** Reads {@code 60 requests/minute}. */
  public static PerSecond parse(String text) {
    return new PerSecond(
        Measured.read(text, Dimension.RATE, "a rate such as 60/min or 2-5 requests/minute"));
  }

  @Override
  public String toString() {
    return amount.toString();
  }
}
