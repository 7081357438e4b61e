package dev.loadline.collector.scrape;

import dev.loadline.collector.discovery.Target;
import dev.loadline.collector.scrape.Intake.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a target, or a source, fares.
 *
 * @param instance one process of the service, or the server that was asked
 * @param url where it was asked
 * @param reason why it is down, empty otherwise
 * @param since when its health last changed
 * @param scraped when the last scrape began
 * @param taken of the last scrape that went well
 * @param notes what is missing in it and why, and what is worth a warning
 */
public record TargetState(
    String service,
    String instance,
    String url,
    Health health,
    String reason,
    Instant since,
    Optional<Instant> scraped,
    Duration took,
    Taken taken,
    List<String> notes) {

  /** Nobody looked yet, the last scrape went well, or it did not. */
  public enum Health {
    UNKNOWN,
    UP,
    DOWN
  }

  static TargetState fresh(Target target, Instant now) {
    return fresh(target.service(), target.instance(), target.url().toString(), now);
  }

  /** Of what nobody has looked at. */
  public static TargetState fresh(String service, String instance, String url, Instant now) {
    return new TargetState(
        service,
        instance,
        url,
        Health.UNKNOWN,
        "",
        now,
        Optional.empty(),
        Duration.ZERO,
        new Taken(0, 0, 0),
        List.of());
  }

  TargetState up(Instant began, Duration took, Taken taken) {
    return up(began, took, taken, List.of());
  }

  /** The same after a look that went well. */
  public TargetState up(Instant began, Duration took, Taken taken, List<String> notes) {
    return next(Health.UP, "", began, took, taken, notes);
  }

  /** The same after a look that failed. */
  public TargetState down(Instant began, Duration took, String reason) {
    return next(Health.DOWN, reason, began, took, taken, notes);
  }

  private TargetState next(
      Health now, String reason, Instant began, Duration took, Taken taken, List<String> notes) {
    return new TargetState(
        service,
        instance,
        url,
        now,
        reason,
        since(now, began),
        Optional.of(began),
        took,
        taken,
        notes);
  }

  private Instant since(Health now, Instant began) {
    return now == health ? since : began;
  }
}
