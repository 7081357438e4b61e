package dev.loadline.advisor.document.unit;

/** An amount of data, in bytes: 3 MB are 3,000,000. */
public record Bytes(Amount amount) implements Measured {

  /** Reads {@code 2-5 MB}. */
  public static Bytes parse(String text) {
    return new Bytes(Measured.read(text, Dimension.DATA, "an amount of data such as 3 MB or 8 GB"));
  }

  @Override
  public String toString() {
    return amount.toString();
  }
}
