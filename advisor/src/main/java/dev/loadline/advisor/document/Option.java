package dev.loadline.advisor.document;

import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.DollarsPerTime;
import dev.loadline.collector.yaml.Default;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that the document would change, or a rung of its ladder.
 *
 * @param says what it is
 * @param changes figures of this model by their paths: {@code resources.pool.size: 20}
 * @param cost of the service afterwards
 * @param gain what is said to be added to the capacity: {@code 400 %} makes it five times as much
 * @param advised whether the document would do it; what is only asked is not held against it
 */
public record Option(
    String says,
    Map<String, String> changes,
    @Nullable DollarsPerTime cost,
    @Nullable Count gain,
    @Default("true") boolean advised) {

  public Option {
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("changes names at least one path and its value");
    }
  }
}
