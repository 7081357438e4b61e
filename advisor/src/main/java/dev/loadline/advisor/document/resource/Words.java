package dev.loadline.advisor.document.resource;

import dev.loadline.advisor.document.unit.Span;

/** How sums are written for people. */
final class Words {

  private Words() {}

  static String number(double figure) {
    return Span.text(figure);
  }

  /** {@code 100 ms}, {@code 1.5 s}. */
  static String time(double seconds) {
    return seconds < 1 ? Span.text(seconds * 1_000) + " ms" : Span.text(seconds) + " s";
  }

  /** {@code 4 instances x }; nothing for one. */
  static String times(double count, String what) {
    return count == 1 ? "" : "%s %s x ".formatted(Span.text(count), what);
  }
}
