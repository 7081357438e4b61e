package dev.loadline.advisor.document.unit;

/** A time, in seconds: 100 ms are 0.1. */
public record Seconds(Amount amount) implements Measured {

  /** Reads {@code 50-200 ms}. */
  public static Seconds parse(String text) {
    return new Seconds(Measured.read(text, Dimension.TIME, "a time such as 100 ms or 50-200 ms"));
  }

  @Override
  public String toString() {
    return amount.toString();
  }
}
