package dev.loadline.advisor.document.unit;

/** What something costs, in dollars a second: 50 dollars/month. */
public record DollarsPerTime(Amount amount) implements Measured {

  /** Reads {@code 50-100 dollars/month}. */
  public static DollarsPerTime parse(String text) {
    return new DollarsPerTime(
        Measured.read(text, Dimension.COST, "a cost such as 50-100 dollars/month"));
  }

  @Override
  public String toString() {
    return amount.toString();
  }
}
