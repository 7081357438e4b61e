package dev.loadline.advisor.headroom;

import dev.loadline.advisor.capacity.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one resource of a service stands.
 *
 * @param resource {@code pool/orders-db}
 * @param limit how many may be in use, over all instances; null where nobody publishes it
 * @param inUse mean of the last half minute
 * @param utilisation share of the limit, 0 to 1; null where either is unknown
 * @param demandPerRequest resource-seconds of one request
 * @param saturatesAt the request rate at which it is full
 * @param safeUpTo the request rate up to which the objective holds
 * @param seenUpTo highest mean utilisation of any window; null where unknown
 * @param cause why it is full: {@code none} where it is not, {@code unknown} where nothing tells
 * @param sensors all who measure it; figures are the first one's, never a sum
 * @param trust agreement of two ways of measuring the same, 0 to 1; null where there is only one
 * @param explanation one line
 */
public record ResourceHeadroom(
    String resource,
    String kind,
    @Nullable Double limit,
    Estimate inUse,
    @Nullable Double utilisation,
    Estimate demandPerRequest,
    Estimate saturatesAt,
    Estimate safeUpTo,
    @Nullable Double seenUpTo,
    String cause,
    List<Sensor> sensors,
    @Nullable Double trust,
    String explanation) {

  public ResourceHeadroom {
    sensors = List.copyOf(sensors);
  }

  /**
   * One who measures the resource.
   *
   * @param inUse mean of the last half minute; null where this one does not tell
   */
  public record Sensor(String name, @Nullable Double inUse) {}
}
