package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives a sum of bare numbers the unit in which its result is stated, so that it can be computed
 * and compared: {@code 8 × 133 = 1,064 req/s} is {@code 8 × 133 requests/second}. In each term the
 * last factor that is not divided by takes it; {@code 6 pods} are 6.
 */
final class UnitOfResult {
  private static final Pattern ADDED = Pattern.compile("[^+]*\\+[^+]*", Pattern.DOTALL);
  private static final Pattern DIVIDED = Pattern.compile("[^/÷]*[/÷][^/÷]*", Pattern.DOTALL);
  private static final Pattern KNOWN =
      Pattern.compile("(?:connections|users|workers|servers|instances|cores|)");

  private UnitOfResult() {}

  /** The sum with the unit; as it was written where a factor has one, or the result has none. */
  static String in(String written, Measure result) {
    String[] parts = written.split("(?=\\s=\\s)", 2);
    String sum = parts[0];
    List<Measure> factors = Measure.in(sum);
    if (factors.size() < 2 || !factors.stream().allMatch(UnitOfResult::counts)) {
      return written;
    }
    List<Measure> takers = counts(result) ? List.of() : takers(factors, sum);
    StringBuilder whole = new StringBuilder(sum);
    for (int i = factors.size() - 1; i >= 0; i--) {
      Measure factor = factors.get(i);
      if (takers.contains(factor)) {
        whole.replace(figureEnd(factor, sum), factor.end(), " " + result.label());
      } else if (!KNOWN.matcher(factor.label()).matches()) {
        whole.replace(figureEnd(factor, sum), factor.end(), "");
      }
    }
    return whole + (parts.length == 1 ? "" : parts[1]);
  }

  /** Whether a figure is a plain number, of things or of nothing. */
  private static boolean counts(Measure measure) {
    String text = Quoted.amount(Figure.of(1, measure.label()));
    return text != null
        && !measure.label().matches("percent|x")
        && Amount.parse(text).unit().dimension().equals(Dimension.NONE);
  }

  private static int figureEnd(Measure factor, String sum) {
    if (factor.unit() == null) {
      return factor.end();
    }
    int end = factor.start();
    while (end < factor.end() && !Character.isLetter(sum.charAt(end))) {
      end++;
    }
    return sum.substring(0, end).stripTrailing().length();
  }

  private static List<Measure> takers(List<Measure> factors, String sum) {
    List<Measure> takers = new ArrayList<>();
    takers.add(factors.get(0));
    for (int i = 1; i < factors.size(); i++) {
      String between = sum.substring(factors.get(i - 1).end(), factors.get(i).start());
      if (ADDED.matcher(between).matches()) {
        takers.add(factors.get(i));
      } else if (!DIVIDED.matcher(between).matches()) {
        takers.set(takers.size() - 1, factors.get(i));
      }
    }
    return takers;
  }
}
