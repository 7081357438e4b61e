package dev.loadline.collector.yaml;

/**
 * A value with the place where it was written, for those who must say later where a figure came
 * from: {@code 15} at {@code orders.yaml:12}.
 *
 * @param line from 1
 * @param column from 1
 */
public record Located<T>(T value, String file, int line, int column) {

  /** {@code orders.yaml:12}. */
  public String where() {
    return file + ":" + line;
  }
}
