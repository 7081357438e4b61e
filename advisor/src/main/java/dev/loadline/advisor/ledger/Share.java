package dev.loadline.advisor.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of pods, given as a count or as per cent of all: {@code 25%} of 10 is 3 rounded up and 2
 * rounded down.
 *
 * @param amount pods, or per cent; 0 to 1,000,000
 */
public record Share(int amount, boolean percent) {
  /** No pod at all. */
  public static final Share NONE = new Share(0, false);

  /** Every pod. */
  public static final Share ALL = new Share(100, true);

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*(%?)");
  private static final int MOST = 1_000_000;

  public Share {
    if (amount < 0 || amount > MOST) {
      throw new IllegalArgumentException("write a number of pods as 3 or 25%");
    }
  }

  /** Reads {@code 3} or {@code 25%}. */
  public static Share parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("write a number of pods as 3 or 25%");
    }
    return new Share(Integer.parseInt(form.group(1)), !form.group(2).isEmpty());
  }

  long up(long all) {
    return percent ? (all * amount + 99) / 100 : amount;
  }

  long down(long all) {
    return percent ? all * amount / 100 : amount;
  }

  /** {@code 25%} or {@code 3}. */
  @Override
  public String toString() {
    return percent ? amount + "%" : Integer.toString(amount);
  }
}
