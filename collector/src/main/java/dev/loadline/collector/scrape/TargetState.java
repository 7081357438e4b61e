package dev.loadline.collector.scrape;

import dev.loadline.collector.discovery.Target;
import dev.loadline.collector.scrape.Intake.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a target fares.
 *
 * @param reason why it is down, empty otherwise
 * @param since when its health last changed
 * @param scraped when the last scrape began
 * @param taken of the last scrape that went well
 */
public record TargetState(
    Target target,
    Health health,
    String reason,
    Instant since,
    Optional<Instant> scraped,
    Duration took,
    Taken taken) {

  /** Nobody looked yet, the last scrape went well, or it did not. */
  public enum Health {
    UNKNOWN,
    UP,
    DOWN
  }

  static TargetState fresh(Target target, Instant now) {
    return new TargetState(
        target, Health.UNKNOWN, "", now, Optional.empty(), Duration.ZERO, new Taken(0, 0, 0));
  }

  TargetState up(Instant began, Duration took, Taken taken) {
    return new TargetState(
        target, Health.UP, "", since(Health.UP, began), Optional.of(began), took, taken);
  }

  TargetState down(Instant began, Duration took, String reason) {
    return new TargetState(
        target, Health.DOWN, reason, since(Health.DOWN, began), Optional.of(began), took, taken);
  }

  private Instant since(Health now, Instant began) {
    return now == health ? since : began;
  }
}
