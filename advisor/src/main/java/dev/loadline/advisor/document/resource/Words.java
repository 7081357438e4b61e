package dev.loadline.advisor.document.resource;

import dev.loadline.advisor.document.unit.Count;
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

  /** {@code 2-10 instances x }; nothing for one. */
  static String times(Count count, String what) {
    Span stated = count.amount().base();
    return stated.isPoint() && stated.low() == 1 ? "" : counted(count, what) + " x ";
  }

  /** {@code 2-10 instances}, in the unit in which it is written if it has one. */
  static String counted(Count count, String what) {
    return count.amount().unit().label().isEmpty()
        ? Site.said(count) + " " + what
        : Site.said(count);
  }
}
