package dev.loadline.advisor.document.resource;

/**
 * Where a resource stops the service: {@code pool/database} at 150 requests/s.
 *
 * @param resource {@code kind/name}
 * @param driver what runs up to the ceiling
 * @param at in units of the driver; not a number where it is unknown
 * @param because the sum in one line, or why it is unknown
 */
public record Ceiling(String resource, Driver driver, double at, String because) {

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

  public boolean known() {
    return !Double.isNaN(at);
  }
}
