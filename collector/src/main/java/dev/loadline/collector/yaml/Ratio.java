package dev.loadline.collector.yaml;

/**
 * A share of a whole, 0 to 1; written {@code 1%} or {@code 0.01}.
 *
 * @param value 0 to 1
 */
public record Ratio(double value) {

  public Ratio {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a ratio lies between 0 and 1; per cent need their sign");
    }
  }

  /** Reads {@code 1%} as 0.01 and {@code 0.01} as itself; a bare {@code 5} is refused. */
  public static Ratio parse(String text) {
    String trimmed = text.strip();
    boolean percent = trimmed.endsWith("%");
    String digits = percent ? trimmed.substring(0, trimmed.length() - 1).strip() : trimmed;
    try {
      return new Ratio(percent ? Double.parseDouble(digits) / 100 : Double.parseDouble(digits));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("write a ratio as 0.01 or with a per cent sign", e);
    }
  }
}
