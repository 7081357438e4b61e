package dev.loadline.advisor.document;

import dev.loadline.advisor.document.unit.Amount;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A sum over a model's figures: {@code pool.capacity / pool.hold}, with the four operations,
 * parentheses, numbers ({@code 2}), numbers with a unit ({@code 1..2 [requests/minute]}) and
 * functions ({@code min(a, b)}). Units count: time plus data is refused.
 */
public final class Formula {
  private final String text;
  private final Node root;

  private Formula(String text, Node root) {
    this.text = text;
    this.root = root;
  }

  /** A part of a sum. */
  public sealed interface Node {
    /** A number or a range of them, with its unit. */
    record Figure(Amount amount) implements Node {}

    /** A quantity by its name. */
    record Name(String name) implements Node {}

    /** Two parts and what joins them: {@code + - * /}. */
    record Sum(char operator, Node left, Node right) implements Node {}

    /** A function of other parts. */
    record Call(String function, List<Node> arguments) implements Node {}
  }

  /** What a sum is computed over. */
  public interface Scope {
    Value figure(Amount literal);

    Value quantity(String name);

    Value call(Node.Call call);
  }

  /**
   * @throws IllegalArgumentException where it is no formula
   */
  public static Formula parse(String text) {
    return new Formula(text, new FormulaReader(text).read());
  }

  public Node root() {
    return root;
  }

  /**
   * @throws IllegalArgumentException where units do not fit or a quantity is not known
   */
  public Value compute(Scope scope) {
    return compute(root, scope, text);
  }

  /** One part of a sum, for functions that compute their arguments. */
  public static Value compute(Node node, Scope scope, String in) {
    if (node instanceof Node.Figure figure) {
      return scope.figure(figure.amount());
    } else if (node instanceof Node.Name name) {
      return scope.quantity(name.name());
    } else if (node instanceof Node.Sum sum) {
      Value left = compute(sum.left(), scope, in);
      Value right = compute(sum.right(), scope, in);
      return switch (sum.operator()) {
        case '+' -> left.plus(right, in);
        case '-' -> left.minus(right, in);
        case '*' -> left.times(right);
        default -> left.per(right);
      };
    }
    return scope.call((Node.Call) node);
  }

  /** The whole sum with figures in place of names. */
  public String said(
      Function<String, String> figures, Function<Node.Call, Optional<String>> calls) {
    return said(root, figures, calls, 0);
  }

  /**
   * A sum with figures in place of names: {@code 15 connections / 100 ms}.
   *
   * @param calls what stands for a function; empty to write it as it is
   */
  public static String said(
      Node node, Function<String, String> figures, Function<Node.Call, Optional<String>> calls) {
    return said(node, figures, calls, 0);
  }

  private static String said(
      Node node,
      Function<String, String> figures,
      Function<Node.Call, Optional<String>> calls,
      int binds) {
    if (node instanceof Node.Figure figure) {
      return figure.amount().toString();
    } else if (node instanceof Node.Name name) {
      return figures.apply(name.name());
    } else if (node instanceof Node.Sum sum) {
      int own = sum.operator() == '+' || sum.operator() == '-' ? 1 : 2;
      String plain =
          "%s %s %s"
              .formatted(
                  said(sum.left(), figures, calls, own),
                  sum.operator() == '*' ? 'x' : sum.operator(),
                  said(sum.right(), figures, calls, own + 1));
      return own < binds ? "(" + plain + ")" : plain;
    }
    Node.Call call = (Node.Call) node;
    String spoken = calls.apply(call).orElseGet(() -> plain(call, figures, calls));
    return binds > 2 && spoken.contains(" / ") ? "(" + spoken + ")" : spoken;
  }

  private static String plain(
      Node.Call call,
      Function<String, String> figures,
      Function<Node.Call, Optional<String>> calls) {
    return call.function()
        + call.arguments().stream()
            .map(one -> said(one, figures, calls, 0))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  @Override
  public String toString() {
    return text;
  }
}
