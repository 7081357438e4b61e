package dev.loadline.advisor.document.resource;

/**
 * Where a resource stops the service: {@code pool/database} at 150 requests/s.
 *
 * @param resource {@code kind/name}
 * @param driver what runs up to the ceiling
 * @param at in units of the driver; not a number where it is unknown
 * @param because the sum in one line, or why it is unknown
 * @param count how many there are of what runs out; not a number where that is nothing countable
 * @param what they are: {@code connections}
 */
public record Ceiling(
    String resource, Driver driver, double at, String because, double count, String what) {

  public Ceiling(String resource, Driver driver, double at, String because) {
    this(resource, driver, at, because, Double.NaN, "");
  }

  /** What runs up to a ceiling. */
  public enum Driver {
    /** Requests a second of the whole service. */
    REQUESTS("requests/s"),
    /** Users at the same time. */
    USERS("users"),
    /** Requests a second of one user or address: others go on when it is reached. */
    KEY("requests/s per key");

    private final String unit;

    Driver(String unit) {
      this.unit = unit;
    }

    public String unit() {
      return unit;
    }
  }

  public static Ceiling unknown(String resource, Driver driver, String reason) {
    return new Ceiling(resource, driver, Double.NaN, reason);
  }

  /** The same ceiling; it rises and falls with the number of these. */
  public Ceiling counting(double there, String these) {
    return new Ceiling(resource, driver, at, because, there, these);
  }

  /** How many would be needed for another load: 15 connections at 150 requests/s are 30 at 300. */
  public double needed(double load) {
    return count * load / at;
  }

  public boolean known() {
    return !Double.isNaN(at);
  }
}
