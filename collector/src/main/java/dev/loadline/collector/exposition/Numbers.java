package dev.loadline.collector.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The numbers of the text format; Java's own parser takes {@code 1d} and turns 1e999 to infinity.
 */
final class Numbers {
  private static final int EXACT_DIGITS = 15;

  private Numbers() {}

  static OptionalDouble parse(byte[] b, int from, int to) {
    int digits = from;
    while (digits < to && Bytes.isDigit(b[digits])) {
      digits++;
    }
    if (digits == to && to > from && to - from <= EXACT_DIGITS) {
      return OptionalDouble.of(whole(b, from, to));
    }
    return slow(new String(b, from, to - from, StandardCharsets.ISO_8859_1));
  }

  private static double whole(byte[] b, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = 10 * value + (b[i] - '0');
    }
    return value;
  }

  private static OptionalDouble slow(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan", "+nan", "-nan" -> OptionalDouble.of(Double.NaN);
      case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default -> decimal(text);
    };
  }

  private static OptionalDouble decimal(String text) {
    if (!text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0)) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
