package dev.loadline.advisor.document;

import dev.loadline.advisor.document.Formula.Node;
import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Span;
import dev.loadline.advisor.document.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a sum by recursive descent. */
final class FormulaReader {
  private static final int MAX_LENGTH = 2_000;
  private static final int MAX_DEPTH = 32;
  private static final String NUMBER = "\\d{1,15}(?:\\.\\d{1,9})?";
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:("
              + NUMBER
              + ")(?:\\.\\.("
              + NUMBER
              + "))?(?:\\s*\\[([^]]*)])?|([a-z][a-z0-9_]*(?:[.-][a-z0-9_]+)*)|([-+*/(),]))");

  private final String text;
  private final List<Object> tokens = new ArrayList<>();
  private int next;
  private int depth;

  FormulaReader(String text) {
    this.text = text;
  }

  Node read() {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a formula has at most 2,000 characters");
    }
    split();
    Node node = sum();
    if (next < tokens.size()) {
      throw refused();
    }
    return node;
  }

  private void split() {
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.lookingAt()) {
      tokens.add(token(matcher));
      end = matcher.end();
      matcher.region(end, text.length());
    }
    if (!text.substring(end).isBlank()) {
      throw refused();
    }
  }

  private static Object token(Matcher matcher) {
    if (matcher.group(1) != null) {
      double low = Double.parseDouble(matcher.group(1));
      double high = matcher.group(2) == null ? low : Double.parseDouble(matcher.group(2));
      Unit unit = matcher.group(3) == null ? Unit.NONE : Unit.parse(matcher.group(3));
      return new Node.Figure(new Amount(Span.of(low, high), null, unit));
    }
    return matcher.group(4) != null
        ? new Node.Name(matcher.group(4))
        : (Object) matcher.group(5).charAt(0);
  }

  private Node sum() {
    if (++depth > MAX_DEPTH) {
      throw new IllegalArgumentException("a formula is nested at most 32 deep");
    }
    Node left = product();
    while (at('+') || at('-')) {
      left = new Node.Sum((char) tokens.get(next++), left, product());
    }
    depth--;
    return left;
  }

  private Node product() {
    Node left = factor();
    while (at('*') || at('/')) {
      left = new Node.Sum((char) tokens.get(next++), left, factor());
    }
    return left;
  }

  private Node factor() {
    if (next >= tokens.size()) {
      throw refused();
    }
    Object token = tokens.get(next++);
    if (token.equals('(')) {
      Node inner = sum();
      expect(')');
      return inner;
    }
    if (token instanceof Node.Name name && at('(')) {
      return call(name.name());
    }
    if (token instanceof Node node) {
      return node;
    }
    throw refused();
  }

  private Node call(String function) {
    expect('(');
    List<Node> arguments = new ArrayList<>();
    if (!at(')')) {
      do {
        arguments.add(sum());
      } while (skip(','));
    }
    expect(')');
    return new Node.Call(function, List.copyOf(arguments));
  }

  private boolean at(char wanted) {
    return next < tokens.size() && tokens.get(next).equals(wanted);
  }

  private boolean skip(char wanted) {
    boolean there = at(wanted);
    next += there ? 1 : 0;
    return there;
  }

  private void expect(char wanted) {
    if (!skip(wanted)) {
      throw refused();
    }
  }

  private IllegalArgumentException refused() {
    return new IllegalArgumentException("not a formula: '" + text + "'");
  }
}
