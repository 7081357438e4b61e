package dev.loadline.advisor.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sum over quantities: {@code pool.capacity / pool.hold}, with the four operations, parentheses,
 * numbers and spans ({@code 2..5}). It is computed over spans, so that a range in gives a range
 * out: {@code 6000 / 2..5} is 1200 to 3000.
 */
final class Formula {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\\d+(?:\\.\\d+)?(?:\\.\\.\\d+(?:\\.\\d+)?)?|[a-z][a-z0-9_.]*|[-+*/()])");

  private final String text;
  private final List<String> tokens;
  private int next;

  private Formula(String text, List<String> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** Refuses what is not a sum, without computing it. */
  static void parse(String text) {
    compute(text, name -> new Span(1, 1));
  }

  /**
   * @param values the span of a quantity in base units
   */
  static Span compute(String text, Function<String, Span> values) {
    Formula formula = new Formula(text, tokens(text));
    Span result = formula.sum(values);
    if (formula.next < formula.tokens.size()) {
      throw formula.refused();
    }
    return result;
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      end = matcher.end();
      matcher.region(end, text.length());
    }
    if (!text.substring(end).isBlank()) {
      throw new IllegalArgumentException("not a formula: '" + text + "'");
    }
    return tokens;
  }

  private Span sum(Function<String, Span> values) {
    Span left = product(values);
    while (next < tokens.size() && (at("+") || at("-"))) {
      boolean plus = tokens.get(next++).equals("+");
      Span right = product(values);
      left =
          plus
              ? new Span(left.low() + right.low(), left.high() + right.high())
              : new Span(left.low() - right.high(), left.high() - right.low());
    }
    return left;
  }

  private Span product(Function<String, Span> values) {
    Span left = factor(values);
    while (next < tokens.size() && (at("*") || at("/"))) {
      boolean times = tokens.get(next++).equals("*");
      Span right = factor(values);
      left = times ? multiply(left, right) : divide(left, right);
    }
    return left;
  }

  private static Span multiply(Span a, Span b) {
    return Span.of(a.low() * b.low(), a.low() * b.high(), a.high() * b.low(), a.high() * b.high());
  }

  private Span divide(Span a, Span b) {
    if (b.low() <= 0 && b.high() >= 0) {
      throw new IllegalArgumentException("divides by zero: '" + text + "'");
    }
    return multiply(a, Span.of(1 / b.low(), 1 / b.high()));
  }

  private Span factor(Function<String, Span> values) {
    if (next >= tokens.size()) {
      throw refused();
    }
    String token = tokens.get(next++);
    if (token.equals("(")) {
      Span inner = sum(values);
      if (next >= tokens.size() || !at(")")) {
        throw refused();
      }
      next++;
      return inner;
    }
    if (Character.isDigit(token.charAt(0))) {
      String[] ends = token.split("\\.\\.", 2);
      return Span.of(Double.parseDouble(ends[0]), Double.parseDouble(ends[ends.length - 1]));
    }
    if (Character.isLetter(token.charAt(0))) {
      return values.apply(token);
    }
    throw refused();
  }

  private boolean at(String token) {
    return tokens.get(next).equals(token);
  }

  private IllegalArgumentException refused() {
    return new IllegalArgumentException("not a formula: '" + text + "'");
  }
}
