package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Passage.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a table of confidence by component as one range: {@code confidence.components}. */
final class ReadinessReader implements Reader {

  @Override
  public void read(List<Passage> passages, Findings findings) {
    Map<String, List<Measure>> byTable = new LinkedHashMap<>();
    Map<String, Row> firstRow = new LinkedHashMap<>();
    for (Passage passage : passages) {
      if (passage instanceof Row row) {
        String table = row.context().section() + row.header();
        for (Measure measure : percents(row)) {
          byTable.computeIfAbsent(table, t -> new ArrayList<>()).add(measure);
          firstRow.putIfAbsent(table, row);
        }
      }
    }
    firstRow.forEach((table, row) -> all(byTable.getOrDefault(table, List.of()), row, findings));
  }

  private static List<Measure> percents(Row row) {
    List<Measure> percents = new ArrayList<>();
    for (int column = 1; column < Math.min(row.cells().size(), row.header().size()); column++) {
      String head = Plain.lower(Plain.text(row.header().get(column)));
      if (head.matches("(?:confidence|readiness|score)\\b.*")) {
        Measure.in(Plain.text(row.cells().get(column))).stream()
            .filter(measure -> measure.label().equals("percent") && measure.figure().isPoint())
            .limit(1)
            .forEach(percents::add);
      }
    }
    return percents;
  }

  private static void all(List<Measure> measures, Row first, Findings findings) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Measure measure : measures) {
      double value = measure.low() == null ? 0 : measure.low();
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (measures.size() > 1) {
      String raw = measures.size() + " components";
      Spot spot = new Spot(first.line(), raw, "", first.context());
      findings.figure(
          Name.outcome("confidence.components"), Figure.between(low, high, "percent"), spot);
    }
  }
}
