package dev.loadline.collector.catalogue;

/** A value that stands for "no limit": a number or {@code nan}. */
record NoLimit(double value) {

  public static NoLimit parse(String text) {
    try {
      return new NoLimit(text.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("write a number or nan", e);
    }
  }

  /** Exactly this value, or both are not a number. */
  boolean is(double other) {
    return Double.compare(value, other) == 0 || value == other;
  }
}
