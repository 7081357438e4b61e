package dev.loadline.advisor.document;

import dev.loadline.advisor.capacity.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of the pool that a document speaks of.
 *
 * @param limit its configured limit; null where nobody publishes it
 * @param hold seconds for which a request holds a connection
 * @param capacity request rate at which it is full
 * @param seenUpTo highest mean utilisation so far, 0 to 1
 */
public record LiveFigures(
    @Nullable Double limit, Estimate hold, Estimate capacity, double seenUpTo) {

  Estimate of(Claim.Measure measure) {
    return switch (measure) {
      case LIMIT ->
          limit == null
              ? Estimate.unknown("connections", "nobody publishes the limit")
              : Estimate.exact(limit, "connections", "configured");
      case HOLD -> hold;
      case CAPACITY -> capacity;
    };
  }
}
