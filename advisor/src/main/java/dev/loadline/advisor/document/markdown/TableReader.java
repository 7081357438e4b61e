package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Passage.Place;
import dev.loadline.advisor.document.markdown.Passage.Row;
import dev.loadline.advisor.document.markdown.Passage.Sentence;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables, cell by cell. Rows name what is measured and columns the cases, or the other way
 * round where the first column is headed so.
 */
final class TableReader implements Reader {
  private static final int MAX_LENGTH = 400;
  private static final Pattern CASES =
      Pattern.compile(
          "configuration|setup|option|scenario|deployment|environment|plan|tier|size|profile|stage"
              + "|phase|case|strategy|approach|step|level");
  private static final Pattern METRIC =
      Pattern.compile(
          "\\b(?:rps|qps|tps|p50|p75|p9\\d|latency|v?cpus?|cores|memory|ram|users|replicas|instances"
              + "|pods|workers|threads|connections|pool|cost|throughput|requests?|response|disk|hit rate)\\b"
              + "|\\((?:ms|s|gib|gb|mib|mb|%|req/min|req/s)\\)");
  private static final Pattern COMPUTATION =
      Pattern.compile("(?:computation|calculation|formula|sum|how|reckoning|arithmetic|math)s?");
  private static final Pattern RESULT =
      Pattern.compile("(?:result|value|total|outcome|figure|answer)s?");
  private static final Pattern PATHS = Pattern.compile("endpoint|path|route|operation|call");
  private static final Pattern CHANGED =
      Pattern.compile("^(?:with|after|optimi|scaled|propos|target|plus|future|recommend)");
  private static final Pattern NEUTRAL =
      Pattern.compile(
          "(?:current )?(?:capacity|value|setting|amount|figure|number|limit|result|current|now"
              + "|today|measured|configured|count|default|capacity estimate|per (?:instance|pod"
              + "|node))(?: .*)?");
  private static final Pattern COMMENT =
      Pattern.compile("status|notes?|comment|remarks?|effort|why|source|description");

  @Override
  public void read(List<Passage> passages, Findings findings) {
    TotalRow total = new TotalRow();
    for (Passage passage : passages) {
      if (passage instanceof Row row && !row.cells().isEmpty()) {
        if (!total.read(row, findings)) {
          row(row, findings);
        }
      }
    }
  }

  private static void row(Row row, Findings findings) {
    String first = header(row, 0);
    boolean cases = CASES.matcher(first).find() && header(row, 1).matches(".*\\p{L}.*");
    String rowLabel = Plain.text(row.cells().get(0));
    int sum = sum(row);
    if (sum > 0) {
      String text = rowLabel + ": " + row.cells().get(sum) + " = " + row.cells().get(sum + 1);
      SentenceReader.read(new Sentence(row.line(), text, Place.TEXT, 0, row.context()), findings);
    }
    for (int column = 1; column < row.cells().size(); column++) {
      if (sum > 0 && (column == sum || column == sum + 1)) {
        continue;
      }
      String head = header(row, column);
      String cell = row.cells().get(column);
      if (!COMMENT.matcher(head).matches() && !cell.isBlank() && cell.length() < MAX_LENGTH) {
        boolean metric =
            METRIC.matcher(head).find() && !METRIC.matcher(Plain.lower(rowLabel)).find();
        if (cases || metric) {
          cell(row, cell, headText(row, column), rowLabel, true, findings);
        } else {
          cell(row, cell, rowLabel, headText(row, column), false, findings);
        }
      }
    }
  }

  /** The column of a sum whose result stands in the next; 0 where there is none. */
  private static int sum(Row row) {
    for (int column = 1; column + 1 < row.cells().size(); column++) {
      if (COMPUTATION.matcher(header(row, column)).matches()
          && RESULT.matcher(header(row, column + 1)).matches()
          && row.cells().get(column).matches(".*\\d.*")
          && row.cells().get(column + 1).matches(".*\\d.*")) {
        return column;
      }
    }
    return 0;
  }

  private static String header(Row row, int column) {
    return Plain.lower(headText(row, column));
  }

  private static String headText(Row row, int column) {
    return column < row.header().size() ? Plain.text(row.header().get(column)) : "";
  }

  private static void cell(
      Row row, String cell, String what, String which, boolean byRow, Findings findings) {
    String text = Plain.text(cell);
    Context context = row.context().under(which);
    Sentence sentence = new Sentence(row.line(), what + ": " + cell, Place.TEXT, 0, context);
    if (text.contains(" = ")) {
      SentenceReader.read(sentence, findings);
      return;
    }
    int read = 0;
    for (Measure measure : Measure.in(text)) {
      Measure complete = complete(measure, what, which);
      Mention mention =
          Mention.of(
              SentenceReader.label(text, measure, 0).isEmpty()
                  ? what
                  : what + " " + SentenceReader.label(text, measure, 0),
              complete,
              text,
              row.context());
      Name name = name(mention, which, byRow, header(row, 0));
      if (name != null) {
        Name told =
            read++ == 0 || name.quantity().endsWith("prefetch")
                ? name
                : name.doubted("a further figure in the cell");
        findings.figure(told, complete.figure(), spot(row, what, which, cell));
      }
    }
    if (read == 0 && !Measure.in(text).isEmpty()) {
      findings.unread(row.line(), "no quantity is known for '" + what + "'");
    }
  }

  /** A unit that stands in the row's or the column's name. */
  private static Measure complete(Measure measure, String what, String which) {
    Units.Unit unit = measure.unit();
    if (unit == null) {
      unit = Units.named(what);
    }
    if (unit == null) {
      unit = Units.named(which);
    }
    return measure.in(unit);
  }

  private static @Nullable Name name(Mention mention, String which, boolean byRow, String first) {
    String scope = Plain.lower(which);
    if (mention.in("percent") && scope.matches("(?:confidence|readiness|score).*")) {
      return Name.outcome("confidence." + Plain.slug(mention.label()));
    }
    Name name = Vocabulary.of(mention);
    if (name == null) {
      return null;
    }
    boolean neutral = !byRow && NEUTRAL.matcher(scope).matches();
    if (neutral || COMMENT.matcher(scope).matches() || scope.isEmpty()) {
      return name;
    }
    String base = name.quantity().replaceFirst("^(?:service|users|option\\.\\w+)\\.", "");
    if (byRow) {
      return ofRow(name, base, which, first);
    }
    if (!CHANGED.matcher(scope).find() && !Scope.stage(scope).equals("now")) {
      return new Name(
          name.quantity() + "." + Plain.slug(which), name.unit(), name.role(), name.doubt());
    }
    String stage = Scope.stage(scope.replaceFirst("^(?:with|after) ", ""));
    String of =
        stage.equals("now")
            ? "stage.now"
            : "option." + (stage.isEmpty() ? Plain.slug(scope) : stage);
    String kind =
        name.quantity().equals("users.concurrent")
            ? "users"
            : name.quantity().startsWith("users.") ? "users." + base : base;
    return new Name(of + "." + kind, name.unit(), name.role(), name.doubt());
  }

  private static Name ofRow(Name name, String base, String which, String first) {
    String row = Plain.slug(which);
    if (PATHS.matcher(first).find()) {
      String what = base.replaceFirst("^(?:database|pool)\\.", "");
      return Name.outcome("endpoint." + row + "." + what);
    }
    String kind =
        name.quantity().startsWith("users.")
            ? "users"
            : base.startsWith("user.rate.") ? "user.rate" : base;
    boolean machine = base.matches("cpu|memory|storage|network|instances");
    return new Name(kind + "." + row, name.unit(), name.role(), machine ? "" : name.doubt());
  }

  private static Spot spot(Row row, String what, String which, String cell) {
    return new Spot(
        row.line(), what + " | " + which + " | " + cell, what + " " + which, row.context());
  }
}
