package dev.loadline.collector.catalogue;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A figure computed from several metrics of one exposition: {@code size + max(overflow, 0)}. Knows
 * {@code + - * /}, parentheses, {@code min} and {@code max}; operands are keys of the same table.
 */
sealed interface Formula {

  /** NaN where it divides by zero. */
  double value(Map<String, Double> operands);

  default void collect(Set<String> operands) {}

  default Set<String> operands() {
    Set<String> operands = new LinkedHashSet<>();
    collect(operands);
    return operands;
  }

  /** A number that stands in the table. */
  record Constant(double number) implements Formula {
    @Override
    public double value(Map<String, Double> operands) {
      return number;
    }
  }

  /** What a metric says. */
  record Operand(String name) implements Formula {
    @Override
    public double value(Map<String, Double> operands) {
      return operands.getOrDefault(name, Double.NaN);
    }

    @Override
    public void collect(Set<String> operands) {
      operands.add(name);
    }
  }

  /** Two figures together. */
  record Both(Operation operation, Formula left, Formula right) implements Formula {
    @Override
    public double value(Map<String, Double> operands) {
      return operation.of(left.value(operands), right.value(operands));
    }

    @Override
    public void collect(Set<String> operands) {
      left.collect(operands);
      right.collect(operands);
    }
  }

  /** What is done with two figures. */
  enum Operation {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    MIN,
    MAX;

    double of(double left, double right) {
      return switch (this) {
        case ADD -> left + right;
        case SUBTRACT -> left - right;
        case MULTIPLY -> left * right;
        case DIVIDE -> right == 0 ? Double.NaN : left / right;
        case MIN -> Math.min(left, right);
        case MAX -> Math.max(left, right);
      };
    }
  }
}
