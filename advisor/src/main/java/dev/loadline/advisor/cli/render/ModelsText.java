package dev.loadline.advisor.cli.render;

import java.util.List;

/** The models as a list for people. */
public record ModelsText(Style style) {

  public String of(List<Checked> models) {
    Columns columns = new Columns();
    for (Checked model : models) {
      Tally tally = Tally.of(model);
      columns.add(
          (column, cell) -> column == 0 ? style.bold(cell) : cell,
          model.title(),
          Tally.count(tally.claims(), "claim") + tally.verdictWords(": "),
          model.document());
    }
    return columns.text();
  }
}
