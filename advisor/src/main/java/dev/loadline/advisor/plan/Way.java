package dev.loadline.advisor.plan;

import dev.loadline.advisor.capacity.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to carry a load.
 *
 * @param name {@code option bigger}, {@code rung replicas}, {@code as it is}, {@code more
 *     instances}
 * @param changes what it changes, by path
 * @param users that it carries
 * @param capacity requests a second that it carries
 * @param bottleneck what then runs out first
 * @param cost dollars a month; unknown where the document states none
 * @param refused why the servers do not accept it; null where they do
 * @param offers what they would accept
 */
public record Way(
    String name,
    Map<String, String> changes,
    Estimate users,
    Estimate capacity,
    @Nullable String bottleneck,
    Estimate cost,
    @Nullable String refused,
    List<String> offers) {

  public Way {
    offers = List.copyOf(offers);
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
  }
}
