package dev.loadline.lab.report;

import java.util.ArrayList;
import java.util.List;

/** A Markdown table whose columns line up in a terminal too. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these heads and no row yet. */
  public Table(String... heads) {
    rows.add(List.of(heads));
  }

  /** Appends a row; every value is shown as it is. */
  public void add(Object... values) {
    List<String> row = new ArrayList<>();
    for (Object value : values) {
      row.add(String.valueOf(value));
    }
    if (row.size() != rows.get(0).size()) {
      throw new IllegalArgumentException(row.size() + " values for " + rows.get(0));
    }
    rows.add(row);
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      line(text, row, widths);
      if (row == rows.get(0)) {
        rule(text, widths);
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> row, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      String value = row.get(i);
      text.append("| ").append(value).append(" ".repeat(widths[i] - value.length() + 1));
    }
    text.append("|\n");
  }

  private static void rule(StringBuilder text, int[] widths) {
    for (int width : widths) {
      text.append('|').append("-".repeat(width + 2));
    }
    text.append("|\n");
  }
}
