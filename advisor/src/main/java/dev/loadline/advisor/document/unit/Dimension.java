package dev.loadline.advisor.document.unit;

/**
 * What a figure is made of: powers of time, data and money. Things that are counted (connections,
 * requests, users, cores) are plain numbers, so that {@code connections / seconds} is a rate and
 * {@code 15 / 100 ms} is 150 a second.
 *
 * @param time power of seconds: -1 in requests/second
 * @param data power of bytes: 1 in MB
 * @param money power of dollars: 1 in dollars/month
 */
public record Dimension(int time, int data, int money) {
  public static final Dimension NONE = new Dimension(0, 0, 0);
  public static final Dimension TIME = new Dimension(1, 0, 0);
  public static final Dimension RATE = new Dimension(-1, 0, 0);
  public static final Dimension DATA = new Dimension(0, 1, 0);
  public static final Dimension DATA_RATE = new Dimension(-1, 1, 0);
  public static final Dimension MONEY = new Dimension(0, 0, 1);
  public static final Dimension COST = new Dimension(-1, 0, 1);

  public Dimension times(Dimension other) {
    return new Dimension(time + other.time, data + other.data, money + other.money);
  }

  public Dimension per(Dimension other) {
    return new Dimension(time - other.time, data - other.data, money - other.money);
  }

  /** {@code a plain number}, {@code a rate}, {@code bytes per second}. */
  @Override
  public String toString() {
    if (equals(NONE)) {
      return "a plain number";
    } else if (equals(TIME)) {
      return "a time";
    } else if (equals(RATE)) {
      return "a rate";
    } else if (equals(DATA)) {
      return "an amount of data";
    } else if (equals(DATA_RATE)) {
      return "data per time";
    } else if (equals(MONEY)) {
      return "money";
    } else if (equals(COST)) {
      return "money per time";
    }
    return "time^%d data^%d money^%d".formatted(time, data, money);
  }
}
