package dev.loadline.advisor.document.unit;

/** A part of a whole, 0 to 1: 70-80 % are 0.7 to 0.8. */
public record Share(Amount amount) implements Measured {
  private static final String EXAMPLE = "a share such as 60%, 70-80 % or 0.6";

  public Share {
    if (amount.base().low() < 0 || amount.base().high() > 1) {
      throw new IllegalArgumentException("a share lies between 0 and 100 %; it takes " + EXAMPLE);
    }
  }

  /** Reads {@code 70-80 %}. */
  public static Share parse(String text) {
    return new Share(Measured.read(text, Dimension.NONE, EXAMPLE));
  }

  @Override
  public String toString() {
    return amount.toString();
  }
}
