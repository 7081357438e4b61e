package dev.loadline.advisor.document.unit;

/** Data per time, in bytes a second: 100 Mbit/s are 12,500,000. */
public record BytesPerSecond(Amount amount) implements Measured {

  /** Reads {@code 100 Mbit/s}. */
  public static BytesPerSecond parse(String text) {
    return new BytesPerSecond(
        Measured.read(text, Dimension.DATA_RATE, "data per time such as 30 kB/s or 100 Mbit/s"));
  }

  @Override
  public String toString() {
    return amount.toString();
  }
}
