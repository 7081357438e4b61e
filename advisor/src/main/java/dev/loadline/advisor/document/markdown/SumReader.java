package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Passage.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads sums: {@code 15 connections × 10 req/sec = ~150 requests/second}, {@code 20 base + 40
 * overflow = 60}. What is on the left is the formula, the last figure on the right the result.
 */
final class SumReader {
  private static final Pattern EQUALS = Pattern.compile("\\s=\\s");
  private static final Pattern OPERATOR =
      Pattern.compile("[×*/÷+]\\s*[~≈$]?\\d|\\bx\\s*[~≈$]?\\d|\\s[-−]\\s\\d");
  private static final Pattern SETTINGS =
      Pattern.compile("(?i)pool_?size\\W.*overflow\\W", Pattern.DOTALL);
  private static final Pattern CHAIN =
      Pattern.compile("(?:\\s*\\p{L}[\\p{L} ]{0,30})?\\s*(?:[×*x/÷+=−-])\\s*[(~≈$]*");
  private static final Pattern WORDS = Pattern.compile("^[^\\d]*");
  private static final Pattern PART =
      Pattern.compile("(\\d[\\d,.]*)\\s+(base|core|overflow|additional|extra)\\b");

  private SumReader() {}

  /** The figures that belong to a sum and are not to be read by themselves. */
  static List<Measure> read(Sentence sentence, String plain, Findings findings) {
    Matcher equals = EQUALS.matcher(plain);
    if (!equals.find()) {
      return List.of();
    }
    int firstEnd = equals.start();
    int last = plain.lastIndexOf(" = ") < 0 ? equals.end() : plain.lastIndexOf(" = ") + 3;
    List<Measure> measures = Measure.in(plain);
    Measure result = result(measures, plain, last);
    int begin = Math.max(0, plain.substring(0, last).lastIndexOf(", ") + 1);
    List<Measure> left =
        measures.stream().filter(m -> m.start() >= begin && m.end() <= last).toList();
    if (result != null && left.isEmpty() && SETTINGS.matcher(sentence.plain()).find()) {
      return total(sentence, result, findings);
    }
    if (result == null || left.isEmpty()) {
      return List.of();
    }
    int start = start(plain, left);
    String formula = plain.substring(start, last).replaceFirst("\\s=\\s*$", "").strip();
    boolean calculates = OPERATOR.matcher(formula).find();
    parts(sentence, plain.substring(0, last), findings);
    Name name = name(sentence, plain, result, left.get(0));
    if (name == null && !calculates) {
      return List.of();
    }
    if (name == null) {
      name = new Name("derived", "", Name.Role.OUTCOME, "what is calculated is not said");
    }
    int line = sentence.lineAt(result.start());
    Spot spot = new Spot(line, plain, plain, sentence.context());
    Name given = calculates ? null : name(sentence, plain, left.get(0), left.get(0));
    if (given != null && given.quantity().equals(name.quantity())) {
      return List.of(result);
    }
    findings.derived(name, result.figure(), UnitOfResult.in(formula, result), spot);
    return taken(measures, left, firstEnd, calculates, result);
  }

  /** Where the chain of figures and signs begins that ends at the last of them. */
  private static int start(String plain, List<Measure> left) {
    int start = left.get(left.size() - 1).start();
    for (int i = left.size() - 2; i >= 0; i--) {
      String between = plain.substring(left.get(i).end(), start);
      if (!CHAIN.matcher(between).matches()) {
        break;
      }
      start = left.get(i).start();
    }
    return start;
  }

  /** {@code pool_size=5, max_overflow=10 = 15 connections}. */
  private static List<Measure> total(Sentence sentence, Measure result, Findings findings) {
    String plain = sentence.plain();
    String formula = plain.substring(0, plain.lastIndexOf(" = ")).replaceFirst("^[^:]*:\\s*", "");
    Spot spot = new Spot(sentence.lineAt(result.start()), plain, plain, sentence.context());
    Name name = Name.setting("pool.capacity", "connections");
    findings.derived(name, result.figure("connections"), formula.strip(), spot);
    return List.of(result);
  }

  /** The first figure behind the last sign; a whole number of cores in brackets says it better. */
  private static @Nullable Measure result(List<Measure> measures, String plain, int last) {
    List<Measure> right = measures.stream().filter(m -> m.start() >= last - 1).toList();
    return right.stream()
        .filter(m -> m.label().equals("cores") && plain.startsWith("(", m.start() - 1))
        .findFirst()
        .or(() -> right.stream().findFirst())
        .orElse(null);
  }

  private static List<Measure> taken(
      List<Measure> measures,
      List<Measure> left,
      int firstEnd,
      boolean calculates,
      Measure result) {
    List<Measure> taken = new ArrayList<>();
    for (Measure measure : measures) {
      boolean first = !calculates && measure.equals(left.get(0)) && measure.end() <= firstEnd;
      if (!first && (left.contains(measure) || measure.end() > firstEnd)) {
        taken.add(measure);
      }
    }
    taken.add(result);
    return taken;
  }

  private static void parts(Sentence sentence, String sum, Findings findings) {
    Matcher part = PART.matcher(sum);
    while (part.find()) {
      boolean base = part.group(2).matches("base|core");
      Spot spot = new Spot(sentence.lineAt(part.start()), sentence.plain(), "", sentence.context());
      findings.figure(
          Name.setting(base ? "pool.size" : "pool.overflow", "connections"),
          Figure.of(Measure.value(part.group(1), null), "connections"),
          spot);
    }
  }

  private static @Nullable Name name(
      Sentence sentence, String plain, Measure result, Measure first) {
    String lead = plain.substring(0, first.start());
    String label =
        words(lead).replaceFirst("\\s*:?\\s*=?\\s*$", "").replaceFirst("(?s):.*$", "").strip();
    Mention mention = Mention.of(label, result, plain, sentence.context());
    String lower = Plain.lower(plain);
    if (result.label().equals("users") && !Said.in(lower, "\\d (?:servers|instances) =")) {
      return users(Plain.lower(label), lower, Scope.of(sentence.context()));
    }
    if (result.label().startsWith("requests/second") && first.label().equals("connections")) {
      return Name.outcome("pool.throughput_ideal");
    }
    boolean connections = PART.matcher(plain).find() || plain.contains("overflow");
    if (connections && (result.unit() == null || result.label().equals("connections"))) {
      return Name.setting("pool.capacity", "connections");
    }
    return Vocabulary.of(mention);
  }

  private static Name users(String label, String clause, String scope) {
    String which =
        Said.in(clause, "rate limit|at the limit")
            ? "at_rate_limit"
            : Said.in(clause, "\\bpeak\\b")
                ? "at_peak"
                : clause.contains("simultaneous")
                    ? "simultaneous"
                    : clause.contains("average") ? "at_average" : "";
    if (which.isEmpty()) {
      String slug = Plain.slug(label).replaceAll("_?users?_?", "");
      return Name.outcome("users." + (slug.isEmpty() || slug.length() > 24 ? "derived" : slug))
          .doubted("which users are meant is not said");
    }
    return Name.outcome("users." + which).within(scope.equals("user") ? "" : scope);
  }

  private static String words(String text) {
    Matcher matcher = WORDS.matcher(text);
    return matcher.find() ? matcher.group() : "";
  }
}
