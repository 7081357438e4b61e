package dev.loadline.collector.catalogue;

import dev.loadline.collector.catalogue.Formula.Both;
import dev.loadline.collector.catalogue.Formula.Constant;
import dev.loadline.collector.catalogue.Formula.Operand;
import dev.loadline.collector.catalogue.Formula.Operation;

/**
 * A {@link Formula} as it is written.
 *
 * @param text what people see as the origin of the figure
 */
record FormulaText(String text, Formula formula) {

  public static FormulaText parse(String text) {
    Reader reader = new Reader(text);
    Formula formula = reader.sum();
    if (reader.peek() != 0) {
      throw reader.refuse();
    }
    return new FormulaText(text, formula);
  }

  private static final class Reader {
    private static final int MAX_DEPTH = 20;

    private final String text;
    private int at;
    private int depth;

    Reader(String text) {
      this.text = text;
    }

    Formula sum() {
      Formula left = product();
      for (char sign = peek(); sign == '+' || sign == '-'; sign = peek()) {
        at++;
        Operation operation = sign == '+' ? Operation.ADD : Operation.SUBTRACT;
        left = new Both(operation, left, product());
      }
      return left;
    }

    private Formula product() {
      Formula left = single();
      for (char sign = peek(); sign == '*' || sign == '/'; sign = peek()) {
        at++;
        Operation operation = sign == '*' ? Operation.MULTIPLY : Operation.DIVIDE;
        left = new Both(operation, left, single());
      }
      return left;
    }

    private Formula single() {
      if (++depth > MAX_DEPTH) {
        throw refuse();
      }
      Formula formula = peek() == '(' ? inner() : named();
      depth--;
      return formula;
    }

    private Formula inner() {
      take('(');
      Formula formula = sum();
      take(')');
      return formula;
    }

    private Formula named() {
      int start = at;
      while (at < text.length() && isWord(text.charAt(at))) {
        at++;
      }
      String word = text.substring(start, at);
      if (word.isEmpty()) {
        throw refuse();
      } else if (Character.isDigit(word.charAt(0))) {
        return new Constant(Double.parseDouble(word));
      } else if (peek() == '(' && (word.equals("min") || word.equals("max"))) {
        return function(word.equals("min") ? Operation.MIN : Operation.MAX);
      }
      return new Operand(word + labels());
    }

    private Formula function(Operation operation) {
      take('(');
      Formula left = sum();
      take(',');
      Formula right = sum();
      take(')');
      return new Both(operation, left, right);
    }

    private String labels() {
      int close = at < text.length() && text.charAt(at) == '{' ? text.indexOf('}', at) : -1;
      String labels = close < 0 ? "" : text.substring(at, close + 1);
      at += labels.length();
      return labels;
    }

    private void take(char letter) {
      if (peek() != letter) {
        throw refuse();
      }
      at++;
    }

    char peek() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      return at < text.length() ? text.charAt(at) : 0;
    }

    private static boolean isWord(char letter) {
      return Character.isLetterOrDigit(letter) || letter == '_' || letter == '.' || letter == ':';
    }

    IllegalArgumentException refuse() {
      return new IllegalArgumentException(
          "not a formula at letter %d; write a / b, a + max(b, 0) or the like".formatted(at + 1));
    }
  }
}
