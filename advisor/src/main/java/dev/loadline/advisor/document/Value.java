package dev.loadline.advisor.document;

import dev.loadline.advisor.document.unit.Dimension;

/**
 * A figure within a sum, in base units.
 *
 * @param dimension what it is made of; sums of different dimensions are refused
 */
public record Value(double figure, Dimension dimension) {

  public static Value number(double figure) {
    return new Value(figure, Dimension.NONE);
  }

  Value plus(Value other, String in) {
    return new Value(figure + other.figure, same(other, in));
  }

  Value minus(Value other, String in) {
    return new Value(figure - other.figure, same(other, in));
  }

  Value times(Value other) {
    return new Value(figure * other.figure, dimension.times(other.dimension));
  }

  Value per(Value other) {
    return new Value(figure / other.figure, dimension.per(other.dimension));
  }

  Dimension same(Value other, String in) {
    if (!dimension.equals(other.dimension)) {
      throw new IllegalArgumentException(
          "'%s' takes %s together with %s".formatted(in, dimension, other.dimension));
    }
    return dimension;
  }
}
