package dev.loadline.advisor.document.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives a sum of bare numbers the unit in which its result is stated, so that it can be computed
 * and compared: {@code 8 × 133 = 1,064 req/s} is {@code 8 × 133 requests/second}. In each term the
 * last factor that is not divided by takes it.
 */
final class UnitOfResult {
  private static final Pattern ADDED = Pattern.compile("[^+]*\\+[^+]*", Pattern.DOTALL);
  private static final Pattern DIVIDED = Pattern.compile("[^/÷]*[/÷][^/÷]*", Pattern.DOTALL);
  private static final Pattern COUNTED =
      Pattern.compile("(?:connections|users|workers|servers|instances|cores|)");

  private UnitOfResult() {}

  /** The sum with the unit; as it was written where a factor has one, or the result has none. */
  static String in(String written, Measure result) {
    String[] parts = written.split("(?=\\s=\\s)", 2);
    String sum = parts[0];
    List<Measure> factors = Measure.in(sum);
    boolean bare = factors.stream().allMatch(f -> COUNTED.matcher(f.label()).matches());
    if (!bare || COUNTED.matcher(result.label()).matches() || factors.size() < 2) {
      return written;
    }
    StringBuilder whole = new StringBuilder(sum);
    List<Measure> takers = takers(factors, sum);
    for (int i = takers.size() - 1; i >= 0; i--) {
      Measure factor = takers.get(i);
      int figure = factor.unit() == null ? factor.end() : figureEnd(factor, sum);
      whole.replace(figure, factor.end(), " " + result.label());
    }
    return whole + (parts.length == 1 ? "" : parts[1]);
  }

  private static int figureEnd(Measure factor, String sum) {
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
