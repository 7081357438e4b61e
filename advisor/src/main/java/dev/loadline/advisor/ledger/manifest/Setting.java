package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Figure;
import dev.loadline.collector.yaml.YamlTree;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A value that a container gets, and where it was written. It may be a secret, so that it is never
 * printed; only the numbers made of it are.
 *
 * @param text null where the value is kept elsewhere
 * @param hidden why it is not known; empty where it is
 */
record Setting(@Nullable String text, String hidden, String file, int line) {

  static Setting of(YamlTree tree) {
    return new Setting(tree.text().orElse(""), "", tree.file(), tree.textLine());
  }

  static Setting hidden(YamlTree tree, String why) {
    return new Setting(null, why, tree.file(), tree.line());
  }

  Setting with(String other) {
    return new Setting(other, hidden, file, line);
  }

  Setting map(UnaryOperator<String> change) {
    return text == null ? this : with(change.apply(text));
  }

  String where() {
    return file + ":" + line;
  }

  String orEmpty() {
    return text == null ? "" : text;
  }

  /**
   * The whole number that this is.
   *
   * @param name how a sentence calls it: {@code DB_POOL_SIZE}
   */
  Figure number(String name) {
    if (text == null) {
      return Figure.unreadable(where(), "%s is not known: %s".formatted(name, hidden));
    }
    String digits = text.strip();
    if (!digits.matches("\\d{1,6}")) {
      return Figure.unreadable(where(), name + " is not a whole number");
    }
    return Figure.known(Integer.parseInt(digits), where());
  }

  @Override
  public String toString() {
    return where();
  }
}
