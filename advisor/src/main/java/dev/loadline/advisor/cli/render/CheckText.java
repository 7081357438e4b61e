package dev.loadline.advisor.cli.render;

import dev.loadline.advisor.check.CheckedClaim;
import java.util.List;

/** A check for people at a terminal: one line for each claim, then what was found. */
public record CheckText(Style style) {

  public String of(List<Checked> all) {
    return String.join("\n", all.stream().map(this::of).toList());
  }

  private String of(Checked checked) {
    StringBuilder text = new StringBuilder();
    text.append(style.bold(Style.visible(checked.title())))
        .append("  ")
        .append(Style.visible(checked.document()))
        .append("\n\n");
    append(text, claims(checked.claims()));
    append(text, findings(checked.findings()));
    if (checked.gated()) {
      append(text, new LedgerText(style).of(checked.ledger()));
      append(text, remarks(checked));
    }
    return text.append(Tally.line(checked)).append('\n').toString();
  }

  private static void append(StringBuilder text, String block) {
    text.append(block).append(block.isEmpty() ? "" : "\n");
  }

  private String claims(List<CheckedClaim> claims) {
    Columns columns = new Columns();
    for (CheckedClaim claim : claims) {
      columns.add(
          (column, cell) ->
              column == 0 ? style.verdict(claim.verdict(), cell) : faint(column, cell),
          claim.verdict().toString(),
          claim.claim().id(),
          claim.claim().quantity(),
          Checked.stated(claim),
          claim.where(),
          claim.explanation());
    }
    return columns.text();
  }

  private static String remarks(Checked checked) {
    Columns columns = new Columns();
    checked.remarks().forEach(remark -> columns.add("remark", remark.where(), remark.message()));
    return columns.text();
  }

  private String faint(int column, String cell) {
    return column == 4 ? style.faint(cell) : cell;
  }

  private String findings(List<Found> findings) {
    Columns columns = new Columns();
    for (Found finding : findings) {
      columns.add(
          (column, cell) -> column == 0 ? style.severity(finding.severity(), cell) : cell,
          finding.severity().toString(),
          finding.rule(),
          finding.where(),
          finding.message());
    }
    return columns.text();
  }
}
