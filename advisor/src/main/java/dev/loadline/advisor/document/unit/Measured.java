package dev.loadline.advisor.document.unit;

/** A figure whose dimension is known from its type. */
public sealed interface Measured
    permits Bytes, BytesPerSecond, Count, DollarsPerTime, PerSecond, Seconds, Share {

  /** The figure as it was written. */
  Amount amount();

  /** Reads a figure and refuses any other dimension. */
  static Amount read(String text, Dimension wanted, String example) {
    Amount amount;
    try {
      amount = Amount.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + "; it takes " + example, e);
    }
    if (!amount.unit().dimension().equals(wanted)) {
      throw new IllegalArgumentException(
          "that is %s; it takes %s".formatted(amount.unit().dimension(), example));
    }
    return amount;
  }
}
