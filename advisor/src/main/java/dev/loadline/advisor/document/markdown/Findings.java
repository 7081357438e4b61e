package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Fact.Certainty;
import dev.loadline.advisor.document.markdown.Fact.Kind;
import dev.loadline.collector.yaml.Problem;
import dev.loadline.collector.yaml.ProblemsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the readers have found so far, and the lines that they could not make sense of. */
final class Findings {
  static final int MAX_FACTS = 2_000;

  private final String name;
  private final List<Fact> facts = new ArrayList<>();
  private final Map<Integer, String> doubts = new LinkedHashMap<>();
  private final Set<Integer> left = new HashSet<>();

  /**
   * @param name how problems call the document
   */
  Findings(String name) {
    this.name = name;
  }

  /** The facts in the order of their lines. */
  List<Fact> facts() {
    return facts.stream().sorted(java.util.Comparator.comparingInt(Fact::line)).toList();
  }

  Map<Integer, String> doubts() {
    return doubts;
  }

  Set<Integer> lines() {
    return facts.stream().map(Fact::line).collect(Collectors.toSet());
  }

  boolean has(int line, Figure figure) {
    return facts.stream().anyMatch(fact -> fact.line() == line && figure.equals(fact.figure()));
  }

  void unread(int line, String why) {
    doubts.putIfAbsent(line, why);
  }

  /** A figure that was not understood, whatever else was on its line. */
  void left(int line, String why) {
    unread(line, why);
    left.add(line);
  }

  /** What was left on a line has been understood from another. */
  void settled(int line) {
    left.remove(line);
  }

  /** The lines on which figures were left. */
  Set<Integer> left() {
    return left;
  }

  /** A figure, called by a name; whether it is or shall be follows from what stands above. */
  void figure(Name name, Figure figure, Spot spot) {
    Stance stance = spot.stance();
    Kind kind = kind(name.role(), stance);
    String why = name.doubt();
    if (why.isEmpty() && name.role() == Name.Role.SETTING && !spot.sure()) {
      why = doubt(stance, spot);
    }
    add(name.quantity(), unit(name, figure), "", spot, why, kind, null);
  }

  /** A figure that the document calculates. */
  void derived(Name name, Figure figure, String formula, Spot spot) {
    Kind kind = name.role() == Name.Role.GAP ? Kind.GAP : Kind.DERIVED;
    add(name.quantity(), unit(name, figure), "", spot, name.doubt(), kind, formula);
  }

  void words(String quantity, String words, Kind kind, Spot spot, String why) {
    add(quantity, null, words, spot, why, kind, null);
  }

  private void add(
      String quantity,
      @Nullable Figure figure,
      String words,
      Spot spot,
      String why,
      Kind kind,
      @Nullable String formula) {
    Fact fact =
        new Fact(
            quantity,
            figure,
            words,
            spot.line(),
            spot.context().section(),
            why.isEmpty() ? Certainty.CERTAIN : Certainty.GUESS,
            why,
            kind,
            formula,
            spot.raw().replace('\n', ' ').strip());
    boolean known =
        facts.stream()
            .anyMatch(
                other ->
                    other.line() == fact.line()
                        && other.quantity().equals(quantity)
                        && other.words().equals(words)
                        && java.util.Objects.equals(other.figure(), figure));
    if (!known && facts.size() == MAX_FACTS) {
      String message = "more than 2,000 figures; split the document";
      throw new ProblemsException(List.of(new Problem(name, fact.line(), 1, "", message)));
    }
    if (!known) {
      facts.add(fact);
    }
  }

  private static Figure unit(Name name, Figure figure) {
    return name.unit().isEmpty()
        ? figure
        : new Figure(figure.low(), figure.high(), figure.used(), name.unit());
  }

  private static Kind kind(Name.Role role, Stance stance) {
    return switch (role) {
      case OUTCOME -> Kind.CLAIM;
      case GAP -> Kind.GAP;
      case SETTING, ASSUMPTION -> stance == Stance.ADVISED ? Kind.ADVICE : Kind.INPUT;
    };
  }

  private static String doubt(Stance stance, Spot spot) {
    return switch (stance) {
      case CURRENT, ADVISED -> "";
      case RECKONED -> "stands in an estimate or example";
      case OPEN ->
          Stance.underAdvice(spot.context())
              ? "whether it is so or is recommended is not said"
              : "nothing says that it is so now";
    };
  }
}
