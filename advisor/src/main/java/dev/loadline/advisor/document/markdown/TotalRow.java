package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Passage.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the last row of a table that adds up the rows above it: {@code Total | $310}. Its sum is
 * the figures above, so that it is computed again. A column that is stated for each, or holds
 * anything but one figure in every row, is not added.
 */
final class TotalRow {
  private static final int MAX_ROWS = 200;
  private static final Pattern TOTAL =
      Pattern.compile("(?:grand |overall )?(?:total|sum|altogether|in all)\\b.{0,20}");
  private static final Pattern PART = Pattern.compile(".*\\b(?:sub-?total|total|sum)\\b.*");
  private static final Pattern EACH =
      Pattern.compile(
          ".*\\b(?:each|per (?!month|year|day|hour|minute|second)\\w+|average|mean|median|p\\d\\d"
              + "|latency|share|rate|target)\\b.*");

  private final List<Row> above = new ArrayList<>();

  /** Whether a row is a total that was read; any other is kept for the total below it. */
  boolean read(Row row, Findings findings) {
    if (above.isEmpty() || !follows(above.get(above.size() - 1), row)) {
      above.clear();
    }
    boolean any = false;
    if (above.size() > 1 && TOTAL.matcher(first(row)).matches() && whole()) {
      for (int column = 1; column < row.cells().size(); column++) {
        any |= column(row, column, findings);
      }
    }
    above.add(row);
    return any;
  }

  private static boolean follows(Row before, Row row) {
    return row.line() == before.line() + 1 && row.header().equals(before.header());
  }

  private boolean whole() {
    return above.size() <= MAX_ROWS
        && above.stream().noneMatch(row -> PART.matcher(first(row)).matches());
  }

  private static String first(Row row) {
    return Plain.text(row.cells().get(0)).toLowerCase(Locale.ROOT);
  }

  private boolean column(Row row, int column, Findings findings) {
    String head = column < row.header().size() ? Plain.text(row.header().get(column)) : "";
    Measure total = one(row, column, head);
    if (total == null || EACH.matcher(Plain.lower(head)).matches()) {
      return false;
    }
    List<Measure> parts = new ArrayList<>();
    for (Row part : above) {
      Measure measure = one(part, column, head);
      if (measure == null || !measure.label().equals(total.label())) {
        return false;
      }
      parts.add(measure);
    }
    if (!multiplied(parts, column, total)) {
      findings.derived(name(row, head, total), total.figure(), sum(parts), spot(row, column, head));
    }
    return true;
  }

  /** {@code 3 | 20} under instances and connections may add up to 60: no plain sum. */
  private boolean multiplied(List<Measure> parts, int column, Measure total) {
    double plain = parts.stream().mapToDouble(TotalRow::value).sum();
    if (close(plain, value(total))) {
      return false;
    }
    for (int other = 1; other < above.get(0).cells().size(); other++) {
      double sum = 0;
      for (int i = 0; i < parts.size(); i++) {
        Measure factor = other == column ? null : one(above.get(i), other, "");
        sum += factor == null ? Double.NaN : value(parts.get(i)) * value(factor);
      }
      if (close(sum, value(total))) {
        return true;
      }
    }
    return false;
  }

  private static boolean close(double one, double other) {
    return Math.abs(one - other) <= 0.02 * Math.abs(other);
  }

  private static double value(Measure measure) {
    Double low = measure.low();
    return low == null ? Double.NaN : low;
  }

  /** The only figure of a cell; null where it holds none, several or a range. */
  private static @Nullable Measure one(Row row, int column, String head) {
    String cell = column < row.cells().size() ? Plain.text(row.cells().get(column)) : "";
    List<Measure> measures = Measure.in(cell);
    if (measures.size() != 1 || !measures.get(0).figure().isPoint()) {
      return null;
    }
    Measure measure = measures.get(0);
    return measure.in(measure.unit() == null ? Units.named(head) : measure.unit());
  }

  private static Name name(Row row, String head, Measure total) {
    String label = head + " " + Plain.text(row.cells().get(0));
    Name known = Vocabulary.of(Mention.of(label, total, label, row.context()));
    String slug = Plain.slug(head);
    Name name = known != null ? known : Name.outcome(slug.isEmpty() ? "total" : slug + ".total");
    return new Name(name.quantity(), "", Name.Role.OUTCOME, "the sum of the rows above it");
  }

  private static String sum(List<Measure> parts) {
    return parts.stream()
        .map(part -> (Figure.text(value(part)) + " " + part.label()).strip())
        .collect(Collectors.joining(" + "));
  }

  private static Spot spot(Row row, int column, String head) {
    String raw = Plain.text(row.cells().get(0)) + " | " + head + " | " + row.cells().get(column);
    return new Spot(row.line(), raw, head, row.context());
  }
}
