package dev.loadline.advisor.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Rows whose cells stand under each other; the last cell is as long as it is. */
final class Columns {
  private static final String GAP = "  ";

  private final List<Row> rows = new ArrayList<>();

  /** One line; {@code paint} colours a padded cell by its place. */
  private record Row(List<String> cells, BiFunction<Integer, String, String> paint) {}

  void add(BiFunction<Integer, String, String> paint, String... cells) {
    List<String> shown = new ArrayList<>();
    for (String cell : cells) {
      shown.add(Style.visible(cell));
    }
    rows.add(new Row(shown, paint));
  }

  void add(String... cells) {
    add((column, cell) -> cell, cells);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    int[] widths = IntStream.range(0, columns()).map(this::width).toArray();
    for (Row row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.cells.size(); i++) {
        boolean last = i == row.cells.size() - 1;
        String cell = row.cells.get(i);
        String padded = last ? cell : cell + " ".repeat(widths[i] - width(cell));
        line.append(row.paint.apply(i, padded)).append(last ? "" : GAP);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int columns() {
    return rows.stream().mapToInt(row -> row.cells.size()).max().orElse(0);
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.cells.size() > column + 1)
        .mapToInt(row -> width(row.cells.get(column)))
        .max()
        .orElse(0);
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
