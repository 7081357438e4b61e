package dev.loadline.advisor.plan;

import dev.loadline.advisor.capacity.Estimate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to carry a load.
 *
 * @param name an option or rung of the document, {@code as it is}, or {@code more instances}
 * @param changes what it changes, by path
 * @param users that it carries
 * @param bottleneck what then runs out first
 * @param cost dollars a month; unknown where the document states none
 * @param refused why the servers do not accept it; null where they do
 */
public record Way(
    String name,
    Map<String, String> changes,
    Estimate users,
    @Nullable String bottleneck,
    Estimate cost,
    @Nullable String refused) {

  public Way {
    changes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(changes));
  }
}
