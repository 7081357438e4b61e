package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.Formula;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.markdown.DraftOptions.Written;
import dev.loadline.advisor.document.markdown.Fact.Kind;
import dev.loadline.collector.yaml.Problem;
import dev.loadline.collector.yaml.ProblemsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a draft as a model: figures where they are certain, claims for all, the rest as remarks.
 */
final class DraftYaml {
  private static final Pattern GROUPED = Pattern.compile("\\([^()]*[-+*/×÷][^()]*\\)");
  private static final Pattern OPERATOR = Pattern.compile("\\s*([×*x/÷+])\\s*$");
  private static final List<String> PARTS =
      List.of("service", "resources", "servers", "users", "objectives");

  private final Draft draft;
  private final DraftFigures figures;
  private final DraftOptions options;
  private final DraftFormulas formulas;
  private final StringBuilder yaml = new StringBuilder();

  private DraftYaml(Draft draft) {
    this.draft = draft;
    this.figures = DraftFigures.of(draft);
    this.options = DraftOptions.of(draft, figures, base());
    this.formulas = new DraftFormulas(draft, figures, options);
  }

  static String of(Draft draft) {
    DraftYaml writer = new DraftYaml(draft);
    writer.options();
    writer.evidence();
    writer.claims();
    writer.unread();
    return writer.yaml.toString();
  }

  /** The figures as a model. What it does not take, 120 % of hits, stays in the claims alone. */
  private ModelFile base() {
    while (true) {
      yaml.setLength(0);
      head();
      figures();
      try {
        return ModelFile.parse(draft.name(), yaml.toString());
      } catch (ProblemsException e) {
        if (figures.values().isEmpty()) {
          throw e;
        }
        figures.drop(e.problems().stream().map(Problem::path).toList());
      }
    }
  }

  private void head() {
    String slug = Plain.slug(draft.title()).replace('_', '-');
    line(
        "# A draft, read from %s. Look at the guesses before you rely on it."
            .formatted(draft.name()));
    line("model: %s".formatted(slug.matches("[a-z].*") ? slug : "draft"));
    line("document: %s".formatted(Quoted.text(draft.title())));
    line("source: %s".formatted(Quoted.text(draft.name())));
  }

  private void figures() {
    for (String part : PARTS) {
      if (figures.values().keySet().stream().anyMatch(path -> path.startsWith(part + "."))) {
        line("");
        line("%s:".formatted(part));
        branch(part);
      }
    }
  }

  /** Paths are sorted, so that what lies under one key stands together. */
  private void branch(String part) {
    List<String> open = List.of();
    for (Map.Entry<String, String> entry : figures.values().entrySet()) {
      List<String> keys = List.of(entry.getKey().split("\\."));
      if (keys.get(0).equals(part)) {
        for (int depth = 1; depth < keys.size() - 1; depth++) {
          if (!keys.subList(0, depth + 1).equals(start(open, depth + 1))) {
            line("%s%s:".formatted("  ".repeat(depth), keys.get(depth)));
          }
        }
        int last = keys.size() - 1;
        line("%s%s: %s".formatted("  ".repeat(last), keys.get(last), entry.getValue()));
        open = keys.subList(0, last);
      }
    }
  }

  private static List<String> start(List<String> keys, int size) {
    return keys.size() < size ? List.of() : keys.subList(0, size);
  }

  private void options() {
    if (!options.options().isEmpty()) {
      line("");
      line("options:");
      options.options().forEach(this::option);
    }
    if (!options.ladder().isEmpty()) {
      line("");
      line("ladder:");
      int step = 0;
      for (Written rung : options.ladder()) {
        option("step_" + ++step, new Written(rung.says(), rung.changes(), null, rung.whole()));
      }
    }
  }

  private void option(String name, Written option) {
    line("  %s:".formatted(name));
    line("    says: %s".formatted(Quoted.text(option.says())));
    line("    changes:");
    option
        .changes()
        .forEach((path, text) -> line("      %s: %s".formatted(path, Quoted.text(text))));
    if (option.gain() != null) {
      line("    gain: %s".formatted(Quoted.text(option.gain())));
    }
  }

  private void evidence() {
    DraftTests tests = new DraftTests(draft.facts(), figures);
    if (!tests.tests().isEmpty()) {
      line("");
      line("evidence:");
      for (Fact fact : tests.tests()) {
        String where = Quoted.comment(draft.name()) + ":" + fact.line();
        line("  - {%s}  # %s".formatted(tests.written(fact), where));
      }
    }
  }

  private void claims() {
    line("");
    line(draft.facts().isEmpty() ? "claims: []" : "claims:");
    List<String> names = quantities(draft.facts());
    int number = 0;
    for (Fact fact : draft.facts()) {
      line("  - {%s}".formatted(claim(fact, names.get(number), ++number)));
    }
  }

  private String claim(Fact fact, String name, int number) {
    String kind = kind(fact);
    String path = figures.pathOf(fact);
    Figure figure = fact.figure();
    String stated = figure == null ? null : Quoted.amount(figure);
    if (kind.equals("input") && path == null && stated == null) {
      kind = "claim";
    }
    StringBuilder claim = new StringBuilder();
    claim.append(
        "id: \"draft-%03d\", kind: %s, quantity: %s".formatted(number, kind, quoted(name)));
    if (path != null) {
      claim.append(", of: ").append(path);
    } else if (stated != null) {
      claim.append(", stated: ").append(Quoted.text(stated));
    }
    String formula = formulas.of(fact);
    if (formula != null) {
      claim.append(", formula: ").append(Quoted.text(formula));
    }
    String lacks = formulas.lacks(fact);
    if (lacks != null) {
      claim.append(", lacks: ").append(Quoted.text(lacks));
    }
    List<String> order = formulas.order(fact);
    if (!order.isEmpty()) {
      claim.append(", order: [").append(String.join(", ", order)).append(']');
    }
    claim.append(", at: ").append(Quoted.text(draft.name() + ":" + fact.line()));
    return claim.append(", says: ").append(Quoted.text(says(fact, stated))).toString();
  }

  /** Guesses are named apart, so that no rule holds them against what the document surely says. */
  static List<String> quantities(List<Fact> facts) {
    List<String> names = new ArrayList<>();
    Set<String> guesses = new HashSet<>();
    for (Fact fact : facts) {
      String guess = "guess." + fact.quantity() + ".line_" + fact.line();
      String name = guess;
      for (int i = 2; !fact.certain() && !guesses.add(name); i++) {
        name = guess + "_" + i;
      }
      names.add(fact.certain() ? fact.quantity() : name);
    }
    return names;
  }

  /** A word such as {@code null} or {@code 5} would be no text. */
  private static String quoted(String quantity) {
    return quantity.matches("[a-z]\\w*(?:\\.[\\w-]+)+") ? quantity : Quoted.text(quantity);
  }

  private static String kind(Fact fact) {
    return fact.kind() == Kind.EVIDENCE ? "claim" : fact.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String says(Fact fact, @Nullable String stated) {
    StringBuilder says = new StringBuilder(fact.certain() ? "" : "guess, " + fact.why() + ": ");
    says.append(fact.figure() == null ? fact.words() + ": " : "");
    says.append(fact.figure() != null && stated == null ? fact.figure() + ": " : "");
    String raw = fact.raw().replace('\n', ' ').strip();
    return says.append(raw.length() > 160 ? raw.substring(0, 160) + "…" : raw).toString();
  }

  /**
   * {@code 15 connections × 10 req/sec} is {@code 15 * 10 [requests/second]}; null if it is none,
   * or has parentheses.
   */
  static @Nullable String formula(@Nullable String written) {
    if (written == null || GROUPED.matcher(written).find()) {
      return null;
    }
    String first = written.split("\\s=\\s", 2)[0];
    StringBuilder formula = new StringBuilder();
    int end = 0;
    for (Measure measure : Measure.in(first)) {
      Matcher operator = OPERATOR.matcher(first.substring(end, measure.start()));
      Figure figure = measure.figure();
      if ((!formula.isEmpty() && !operator.find()) || !figure.isPoint()) {
        return null;
      }
      formula.append(formula.isEmpty() ? "" : sign(operator.group(1)));
      formula.append(Figure.text(figure.low() == null ? 0 : figure.low()));
      formula.append(
          measure.label().matches("connections|users|workers|servers|instances|cores|")
              ? ""
              : " [" + measure.label() + "]");
      end = measure.end();
    }
    return formula.toString().matches(".* [*/+] .*") && parses(formula.toString())
        ? formula.toString()
        : null;
  }

  private static String sign(String operator) {
    return switch (operator) {
      case "/", "÷" -> " / ";
      case "+" -> " + ";
      default -> " * ";
    };
  }

  private static boolean parses(String formula) {
    try {
      Formula.parse(formula);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void unread() {
    if (!draft.unread().isEmpty()) {
      line("");
      line("# Not understood:");
      for (Unread unread : draft.unread()) {
        line(
            "# %s:%d: %s (%s)"
                .formatted(
                    Quoted.comment(draft.name()),
                    unread.line(),
                    Quoted.comment(unread.text()),
                    unread.why()));
      }
    }
  }

  private void line(String text) {
    yaml.append(text).append('\n');
  }
}
