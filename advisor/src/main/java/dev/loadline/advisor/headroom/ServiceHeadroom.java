package dev.loadline.advisor.headroom;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.capacity.Status;
import dev.loadline.advisor.document.DocumentStanding;
import dev.loadline.advisor.forecast.Forecast;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code /headroom/{service}}.
 *
 * @param reason why the status is what it is; null where it is {@code ok}
 * @param demand request rate of the last half minute
 * @param peakDemand request rate of the busiest minute that was measured
 * @param users how many users that demand is; null where nothing tells what one user asks for
 * @param capacity the rate at which the bottleneck is full
 * @param safeCapacity the rate up to which the objective holds
 * @param headroom share of the safe capacity that the peak leaves free
 * @param bottleneck the resource that limits first, {@code pool/orders-db}; null where unknown
 * @param recommendations what to change; empty where nothing is advised
 */
public record ServiceHeadroom(
    String service,
    Instant at,
    Status status,
    @Nullable String reason,
    Estimate demand,
    Estimate peakDemand,
    @Nullable Users users,
    Estimate capacity,
    Estimate safeCapacity,
    String objective,
    Estimate headroom,
    @Nullable String bottleneck,
    List<ResourceHeadroom> resources,
    Forecast forecast,
    List<String> recommendations,
    List<DocumentStanding> documents) {

  public ServiceHeadroom {
    resources = List.copyOf(resources);
    recommendations = List.copyOf(recommendations);
    documents = List.copyOf(documents);
  }

  /**
   * Demand as people count it.
   *
   * @param value users who are active now: 4250
   * @param perUser requests a second of one user
   */
  public record Users(double value, Estimate perUser) {}
}
