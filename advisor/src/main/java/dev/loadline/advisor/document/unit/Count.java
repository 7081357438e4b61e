package dev.loadline.advisor.document.unit;

/** How many: connections, processes, users, cores; 0.3 percent of a core is 0.003 cores. */
public record Count(Amount amount) implements Measured {

  /** Reads {@code 100-200 users}. */
  public static Count parse(String text) {
    return new Count(
        Measured.read(
            text, Dimension.NONE, "a number such as 15, 100-200 or 0.3 percent of a core"));
  }

  @Override
  public String toString() {
    return amount.toString();
  }
}
